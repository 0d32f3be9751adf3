import type { ComponentChildren } from 'preact';

/** A form behind its title, opened with one tap. */
export const Asking = ({
  title,
  action,
  send,
  children,
}: {
  title: string;
  action: string;
  send: string;
  children: ComponentChildren;
}) => (
  <details>
    <summary>{title}</summary>
    <form class="form" method="post" action={action}>
      {children}
      <button type="submit">{send}</button>
    </form>
  </details>
);

export const PlainText = ({ name, id, label, most }: { name: string; id: string; label: string; most: number }) => (
  <>
    <label for={id}>{label}</label>
    <textarea id={id} name={name} rows={3} maxLength={most} required />
  </>
);
