import { getRouteApi, Link } from '@tanstack/react-router';
import type { ConsultationShown } from '../../../../server/modules/consultation/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Heading } from '../../parts/heading.tsx';
import { EditText } from './edit-text.tsx';
import { Events } from './events.tsx';
import { Opinions } from './opinions.tsx';
import { Publish } from './publish.tsx';
import { sayDue } from './say-due.ts';
import { SummaryView } from './summary.tsx';
import { Units } from './units.tsx';
import { Versions } from './versions.tsx';

const route = getRouteApi('/consultations/$consultation');
const views = ['opinions', 'units', 'edit', 'versions', 'summary', 'events'] as const;
type View = (typeof views)[number];

/** The office's desk: opinions beside the text, units and due date, the text itself, its versions, the summary. */
export function OfficePage({ of }: { of: ConsultationShown }) {
  const { say, language } = useWords();
  const { view: asked } = route.useSearch();
  const { line, today, mayManage } = of;
  const shows = views.filter((view) => mayManage || view !== 'edit');
  const view: View = shows.find((known) => known === asked) ?? 'opinions';
  return (
    <>
      <Heading
        title={line.title}
        above={<Link to="/consultations">‹ {say('consult.title')}</Link>}
        lead={[
          say('consult.status', { state: say(`consult.state.${line.state}`), n: line.version }),
          line.dueOn && sayDue(line, today, say, language),
          line.asked > 0 && say('consult.answered-of', { n: line.answered, all: line.asked }),
          line.isPublic && say('consult.public'),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        {mayManage && line.state === 'open' && <Publish of={of} />}
      </Heading>
      <Standing of={of} />
      <nav className="views" aria-label={say('consult.views')}>
        {shows.map((one) => (
          <Link
            key={one}
            to="/consultations/$consultation"
            params={{ consultation: line.consultation }}
            search={{ view: one === 'opinions' ? undefined : one }}
            className="view"
            activeOptions={{ explicitUndefined: true }}
          >
            {say(`consult.view.${one}`)}
          </Link>
        ))}
      </nav>
      {view === 'opinions' && <Opinions of={of} />}
      {view === 'units' && <Units of={of} />}
      {view === 'edit' && <EditText key={line.consultation} of={of} />}
      {view === 'versions' && <Versions of={of} />}
      {view === 'summary' && <SummaryView of={of} />}
      {view === 'events' && <Events of={of} />}
    </>
  );
}

/** What keeps the paper from being published, or where it went. */
function Standing({ of: { line, paper, mayManage, publishedReason } }: { of: ConsultationShown }) {
  const { say } = useWords();
  if (line.state === 'draft') return <p className="lead">{say('consult.not-open')}</p>;
  if (line.state === 'published')
    return (
      <p className="lead">
        {say('consult.published', { n: line.version })}{' '}
        {publishedReason !== null && say('consult.published-early', { reason: publishedReason })}{' '}
        {paper && mayManage && <Link to="/programme">{say('consult.to-programme')}</Link>}
      </p>
    );
  return (
    <p className="lead">
      {line.unsettled > 0 ? say('consult.unsettled', { n: line.unsettled }) : line.opinions > 0 && say('consult.all-settled')}
    </p>
  );
}
