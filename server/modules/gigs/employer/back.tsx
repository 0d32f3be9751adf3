import type { ComponentChildren } from 'preact';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';

/** Where to go from here: the ways of the page, and last the one back. */
export const Back = ({
  to,
  said,
  language,
  children,
}: {
  to: string;
  said: Said;
  language: Language;
  children?: ComponentChildren;
}) => (
  <ul class="ways">
    {children}
    <li>
      <a href={to}>{say(said, language)}</a>
    </li>
  </ul>
);
