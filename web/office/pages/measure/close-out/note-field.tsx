import { Input } from 'antd';
import { useId } from 'react';

/** A reason or a remark of an act on a close-out. */
export function NoteField({ label, value, onChange }: { label: string; value: string; onChange: (note: string) => void }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        value={value}
        maxLength={1000}
        autoSize={{ minRows: 2 }}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
