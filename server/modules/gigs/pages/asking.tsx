import type { ComponentChildren } from 'preact';

/** A form behind its title, opened with one tap; open with what was typed where something in it was wrong. */
export const Asking = ({
  title,
  action,
  send,
  isOpen = false,
  children,
}: {
  title: string;
  action: string;
  send: string;
  isOpen?: boolean;
  children: ComponentChildren;
}) => (
  <details open={isOpen}>
    <summary>{title}</summary>
    <form class="form" method="post" action={action}>
      {children}
      <button type="submit">{send}</button>
    </form>
  </details>
);

export const PlainText = ({
  name,
  id,
  label,
  most,
  typed,
}: {
  name: string;
  id: string;
  label: string;
  most: number;
  typed?: string | undefined;
}) => (
  <>
    <label for={id}>{label}</label>
    <textarea id={id} name={name} rows={3} maxLength={most} required>
      {typed}
    </textarea>
  </>
);
