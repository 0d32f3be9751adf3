import type { ReactNode } from 'react';

/** One line of a list of facts: what it is, and how it is. */
export const Fact = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="facts-row">
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
);
