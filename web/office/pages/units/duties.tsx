import { Link } from '@tanstack/react-router';
import type { Duty } from '../../../../server/kernel/module.ts';
import type { CloseOutState, Grade } from '../../../../server/modules/close-out/contract.ts';
import { isWord, useWords } from '../../../shared/words/index.ts';
import { CloseOutMark } from '../../parts/close-out-mark.tsx';
import { placeOf } from '../../places.ts';
import { isOver, sayDue } from '../../say-due.ts';

type Own = { readonly duties: readonly Duty[] };

/** The papers on which a unit was asked: what it still has to answer. */
export function Opinions({ duties }: Own) {
  const { say, language } = useWords();
  if (duties.length === 0) return null;
  return (
    <section className="section" aria-labelledby="unit-opinions">
      <h2 id="unit-opinions">{say('unit.opinions')}</h2>
      <ul className="plain rows">
        {duties.map(({ code, params, link, due, workingDays }) => {
          const key = `duty.${code}`;
          return (
            <li key={`${code} ${link}`}>
              <Link {...placeOf(link)}>{say(isWord(key) ? key : 'task.other', params)}</Link>
              {due && <p className={isOver(due) ? 'task-late' : 'grey'}>{sayDue(due, workingDays, say, language)}</p>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The close-outs of the tasks that a unit leads: where each stands. */
export function CloseOuts({ duties }: Own) {
  const { say, language } = useWords();
  if (duties.length === 0) return null;
  return (
    <section className="section" aria-labelledby="unit-close-outs">
      <h2 id="unit-close-outs">{say('unit.close-outs')}</h2>
      <ul className="plain rows">
        {duties.map(({ params, link }) => (
          <li key={link} className="unit-measure">
            <Link {...placeOf(link)}>{say('plan.of', { no: Number(params.no), title: String(params[language]) })}</Link>
            <CloseOutMark
              period={String(params.period)}
              state={params.state as CloseOutState} // reason: the module of close-outs alone contributes these
              grade={(params.grade as Grade | undefined) ?? null} // reason: as above
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
