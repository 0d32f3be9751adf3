import type { ReactNode } from 'react';
export function RecordAside({ record, close }: { record: string; close: ReactNode }) {
  return (
    <aside className="aside">
      {close}
      {record}
    </aside>
  );
}
