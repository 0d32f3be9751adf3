import type { RuleContent, RuleKind } from '../../../../server/modules/gigs/rules/contract.ts';
import { isWord, useWords } from '../../../shared/words/index.ts';
import { scaleOf, useNames } from './rule-names.ts';
import { partsOf, valueAt } from './rule-parts.ts';

/** A rule as the public reads it, with its numbers; where it is held beside another, what differs stands out. */
export function RuleText({ kind, content, beside }: { kind: RuleKind; content: RuleContent; beside?: RuleContent }) {
  const { say } = useWords();
  const { nameOfPart, nameOfValue } = useNames();
  return (
    <dl className="rule-parts">
      {partsOf(kind, content).map(({ name, says, values, path }) => (
        <div key={path.join('.')} className="rule-part">
          <dt>{nameOfPart(name)}</dt>
          <dd>
            {says && <p>{say(says)}</p>}
            <p className="grey">
              {values
                .map(({ key, value, path: at }) => {
                  const word = `gigs.choice.${value}`;
                  const read = (kept: unknown) => (typeof kept === 'number' ? kept / scaleOf(name, key) : String(kept));
                  const text = `${nameOfValue(name, key)} ${isWord(word) ? say(word) : read(value)}`;
                  const was = beside && valueAt(beside, at);
                  return was === undefined || was === value ? text : `${text} (${say('gigs.was', { value: read(was) })})`;
                })
                .join(say('text.then'))}
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
