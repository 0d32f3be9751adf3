import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { RecordTypeView } from '../../../../server/modules/records/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Choices } from '../../parts/choices.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Reading } from '../../parts/notices.tsx';
import { Missing } from '../../shell/missing.tsx';
import { Enter } from './enter.tsx';
import { RecordTable } from './record-table.tsx';
import { Upload } from './upload.tsx';

const route = getRouteApi('/records/$type');
const views = ['upload', 'enter', 'list'] as const;

/** One kind of record: upload a table of them, fill one in, or look at those there are. */
export function RecordTypePage() {
  const { say } = useWords();
  const { type } = route.useParams();
  const types = useAsk<{ readonly types: readonly RecordTypeView[] }>('/api/record-types');
  return (
    <div className="page">
      <Reading of={types} title={say('records.title')}>
        {({ types: all }) => {
          const found = all.find(({ name }) => name === type);
          return found ? <Shown type={found} /> : <Missing />;
        }}
      </Reading>
    </div>
  );
}

function Shown({ type }: { type: RecordTypeView }) {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/records/$type' });
  const asked = views.find((view) => view === search.view) ?? 'upload';
  const view = type.mayRecord ? asked : 'list';
  const kinds = type.kinds
    .map(({ title, unit }) => say('text.bracket', { text: say(title), inside: say(unit) }))
    .join(say('text.and'));
  return (
    <>
      <Heading
        title={say(type.title)}
        above={<Link to="/records">‹ {say('records.title')}</Link>}
        lead={
          <>
            {say(type.about)} {kinds && say('records.counts-as', { kinds })}
          </>
        }
      >
        {type.mayRecord && (
          <Choices
            label={say('records.view')}
            value={view}
            choices={views.map((value) => ({ value, label: say(`records.${value}`) }))}
            onChoose={(chosen) =>
              void navigate({ search: ({ lang }) => ({ lang, view: chosen === 'upload' ? undefined : chosen }) })
            }
          />
        )}
      </Heading>
      {!type.mayRecord && <p className="grey lead">{say('records.read-only')}</p>}
      {view === 'upload' && <Upload type={type} />}
      {view === 'enter' && <Enter type={type} key={type.name} />}
      {view === 'list' && <RecordTable type={type} />}
    </>
  );
}
