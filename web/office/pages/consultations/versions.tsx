import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Comparison, ConsultationShown } from '../../../../server/modules/consultation/contract.ts';
import { sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Reading } from '../../parts/notices.tsx';
import { Pieces } from './pieces.tsx';

const route = getRouteApi('/consultations/$consultation');

/** Two versions side by side, word by word. */
export function Versions({ of: { versions, line } }: { of: ConsultationShown }) {
  const { say, language } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/consultations/$consultation' });
  const after = Number(search.after ?? line.version);
  const before = Number(search.before ?? Math.max(1, after - 1));
  const choose = (side: 'before' | 'after') => (
    <label className="filter">
      <span>{say(side === 'before' ? 'compare.from' : 'compare.to')}</span>
      <select
        className="native"
        value={side === 'before' ? before : after}
        onChange={(event) => void navigate({ search: (old) => ({ ...old, [side]: event.target.value }), replace: true })}
      >
        {versions.map(({ version, by, at, note }) => (
          <option key={version} value={version}>
            {[say('consult.version', { n: version }), sayMoment(at, language), by, note].filter(Boolean).join(' · ')}
          </option>
        ))}
      </select>
    </label>
  );
  if (versions.length < 2) return <p className="lead">{say('compare.one')}</p>;
  return (
    <>
      <div className="filters">
        {choose('before')}
        {choose('after')}
      </div>
      <Compared consultation={line.consultation} before={before} after={after} />
    </>
  );
}

type Props = { readonly consultation: string; readonly before: number; readonly after: number };

/** The changes from one version to another. */
export function Compared({ consultation, before, after }: Props) {
  const { say } = useWords();
  const compared = useAsk<Comparison>(`/api/consultations/${consultation}/comparison`, { before, after }, { keep: true });
  return (
    <Reading of={compared}>
      {({ pieces }) => {
        const changes = pieces.filter(
          ({ kind }, at) => kind === 'delete' || (kind === 'insert' && pieces[at - 1]?.kind !== 'delete'),
        );
        if (changes.length === 0) return <p className="lead">{say('compare.same')}</p>;
        return (
          <section>
            <p className="lead">
              {say('compare.changes', { n: changes.length })} {say('compare.legend')}
            </p>
            <div className="paper compare-paper">
              <Pieces pieces={pieces} folds />
            </div>
          </section>
        );
      }}
    </Reading>
  );
}
