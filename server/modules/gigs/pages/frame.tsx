/** What every page of a worker carries besides its content: the place for what was kept without network, and the script. */
import type { ComponentChildren } from 'preact';
import { type Language, say } from '../../../kernel/i18n/said.ts';
import { keptWords } from '../words/pages.ts';
import { workerScript } from './script.ts';

/**
 * `number`: whose page it is, as the card says; what was kept on this phone for somebody else is not sent from it. `polls`: the address
 * whose answer takes the place of the element `live`.
 */
export function WorkerFrame({
  language,
  number,
  polls,
  children,
}: {
  language: Language;
  number?: number;
  polls?: string;
  children: ComponentChildren;
}) {
  const words = Object.fromEntries(
    Object.entries(keptWords).map(([name, text]) => [`data-${name.toLowerCase()}`, say(text, language)]),
  );
  return (
    <>
      <div id="kept" class="kept" role="status" />
      {children}
      <div id="worker" hidden data-number={number} data-polls={polls} data-script={workerScript()?.address} {...words} />
      {workerScript() && <script src={workerScript()?.address} defer />}
    </>
  );
}
