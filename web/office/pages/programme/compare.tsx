import { getRouteApi, Link } from '@tanstack/react-router';
import type {
  Comparison,
  FieldChange,
  MeasureDifference,
  ProgrammeDifference,
  ReadingDifference,
  Version,
} from '../../../../server/modules/programme/draft/contract.ts';
import { isWord, type Say, useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Heading } from '../../parts/heading.tsx';
import { Reading } from '../../parts/notices.tsx';

const route = getRouteApi('/programme/compare');

/** Two versions, drafts or papers: what would count differently, and what the papers say differently, clause by clause. */
export function ComparePage() {
  const { say } = useWords();
  const search = route.useSearch();
  const inForce = useAsk<Version>('/api/programme', {}, { enabled: search.before === 'version' });
  const before = search.before === 'version' ? inForce.data && `version:${inForce.data.version}` : search.before;
  const comparison = useAsk<Comparison>(
    '/api/programme/compare',
    { before, after: search.after },
    { enabled: before !== undefined },
  );
  const side = (name: string | undefined) => {
    const [what = '', id = ''] = (name ?? '').split(':');
    return what === 'version' || what === 'draft' || what === 'paper' ? say(`compare.side.${what}`, { id }) : '';
  };
  return (
    <div className="page narrow">
      <Heading
        title={say('compare.title')}
        above={<Link to="/programme">‹ {say('programme.title')}</Link>}
        lead={say('compare.lead', { before: side(before), after: side(search.after) })}
      />
      <Reading<unknown> of={before === undefined ? inForce : comparison}>
        {() => (
          <>
            {comparison.data?.programme && (
              <section className="section" aria-labelledby="counts">
                <h2 id="counts">{say('compare.counts')}</h2>
                <Counts difference={comparison.data.programme} />
              </section>
            )}
            {comparison.data?.paper && (
              <section className="section" aria-labelledby="says">
                <h2 id="says">{say('compare.says')}</h2>
                <Clauses difference={comparison.data.paper} />
              </section>
            )}
          </>
        )}
      </Reading>
    </div>
  );
}

const shown = (value: string | number | null, say: Say) =>
  value === null || value === '' ? say('compare.nothing') : String(value);

function Changes({ changes }: { changes: readonly FieldChange[] }) {
  const { say } = useWords();
  return changes.map(({ field, before, after }) => (
    <li key={field}>
      {say('compare.from-to', { field: named(field, say), before: shown(before, say), after: shown(after, say) })}
    </li>
  ));
}

function Names({ label, added, removed }: { label: string; added: readonly string[]; removed: readonly string[] }) {
  const { say } = useWords();
  return (
    <>
      {added.length > 0 && (
        <li>{say('text.pair', { name: `${label} · ${say('compare.added')}`, value: added.join(say('text.and')) })}</li>
      )}
      {removed.length > 0 && (
        <li>{say('text.pair', { name: `${label} · ${say('compare.removed')}`, value: removed.join(say('text.and')) })}</li>
      )}
    </>
  );
}

function Counts({ difference }: { difference: ProgrammeDifference }) {
  const { say } = useWords();
  const { changes, areasAdded, areasRemoved, unitsAdded, unitsRemoved, measures } = difference;
  if (changes.length + areasAdded.length + areasRemoved.length + unitsAdded.length + unitsRemoved.length + measures.length === 0)
    return <p className="grey">{say('compare.none')}</p>;
  return (
    <>
      <ul className="changes">
        <Changes changes={changes} />
        <Names label={say('compare.areas')} added={areasAdded} removed={areasRemoved} />
        <Names label={say('compare.units')} added={unitsAdded} removed={unitsRemoved} />
      </ul>
      {measures.map((measure) => (
        <Measure key={`${measure.kind} ${measure.no}`} measure={measure} />
      ))}
    </>
  );
}

function Measure({ measure }: { measure: MeasureDifference }) {
  const { say } = useWords();
  return (
    <article className="promise">
      <h3>
        <span className="tag">{say(`compare.${measure.kind}`)}</span> {measure.no}　{measure.title}
      </h3>
      <ul className="changes">
        <Changes changes={measure.changes} />
        <Names label={say('compare.lead-units')} added={measure.leadAdded} removed={measure.leadRemoved} />
        <Names label={say('compare.cooperating-units')} added={measure.cooperatingAdded} removed={measure.cooperatingRemoved} />
        {measure.figures.map((figure) => (
          <li key={`${figure.kind} ${figure.code}`}>
            <span className="tag">{say(`compare.${figure.kind}`)}</span> {figure.code} {figure.title}
            <ul>
              <Changes changes={figure.changes} />
            </ul>
          </li>
        ))}
      </ul>
    </article>
  );
}

function Clauses({ difference }: { difference: ReadingDifference }) {
  const { say } = useWords();
  const { title, validUntil, areasAdded, areasRemoved, clauses } = difference;
  if (!title && !validUntil && areasAdded.length + areasRemoved.length + clauses.length === 0)
    return <p className="grey">{say('compare.none')}</p>;
  return (
    <>
      <ul className="changes">
        {title && (
          <li>
            {say('compare.from-to', {
              field: say('compare.field.title'),
              before: shown(title.before, say),
              after: shown(title.after, say),
            })}
          </li>
        )}
        {validUntil && (
          <li>
            {say('compare.from-to', {
              field: say('compare.valid-until'),
              before: shown(validUntil.before, say),
              after: shown(validUntil.after, say),
            })}
          </li>
        )}
        <Names label={say('compare.areas')} added={areasAdded} removed={areasRemoved} />
      </ul>
      {clauses.map(({ kind, before, after, changes }) => {
        const measure = after ?? before;
        return (
          <article key={`${kind} ${measure?.span.join()}`} className="promise">
            <h3>
              <span className="tag">{say(`compare.${kind}`)}</span> {measure?.printed} {measure?.title}
            </h3>
            <ul className="changes">
              {changes.map((change) => (
                <li key={JSON.stringify(change)}>{sayChange(change, say)}</li>
              ))}
            </ul>
          </article>
        );
      })}
    </>
  );
}

/** A field by the name that its form gives it. */
function named(field: string, say: Say): string {
  const word = `compare.field.${field}`;
  return isWord(word) ? say(word) : field;
}

type Change = ReadingDifference['clauses'][number]['changes'][number];

function sayChange(change: Change, say: Say): string {
  switch (change.what) {
    case 'number':
    case 'area':
    case 'title':
      return say('compare.from-to', {
        field: say(`compare.field.${change.what}`),
        before: shown(change.before, say),
        after: shown(change.after, say),
      });
    case 'figure-added':
    case 'figure-removed':
      return say(`compare.${change.what}`, { text: change.figure.text });
    case 'figure-changed':
      return say('compare.figure-changed', { before: change.before.text, after: change.after.text });
    default:
      return say(`compare.${change.what}`, { unit: change.unit });
  }
}
