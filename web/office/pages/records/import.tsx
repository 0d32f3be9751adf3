import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Button, Popconfirm, Progress } from 'antd';
import { useEffect } from 'react';
import type { ImportCounts, ImportView } from '../../../../server/modules/records/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayMoment } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { forget, useAsk, useChange } from '../../asking.ts';
import { Heading } from '../../parts/heading.tsx';
import { Problem, Reading } from '../../parts/notices.tsx';
import { Problems } from './import-problems.tsx';
import { Receipt } from './import-receipt.tsx';
import { ImportStateTag, isWorking } from './import-state.tsx';

const route = getRouteApi('/records/imports/$import');

/** An uploaded table on its way: checked, decided on, taken, and reversible whole. */
export function ImportPage() {
  const { say } = useWords();
  const { import: id } = route.useParams();
  const path = `/api/record-imports/${id}`;
  const file = useAsk<ImportView>(path, {}, { every: (latest) => (isWorking(latest?.state) ? 700 : false) });
  const queries = useQueryClient();
  const state = file.data?.state;
  useEffect(() => {
    if (state === 'taken' || state === 'reversed')
      void forget(queries, '/api/figures', '/api/ledger', '/api/today', '/api/records/');
    if (state === 'checked') void forget(queries, `${path}/problems`);
  }, [state, queries, path]);
  return (
    <div className="page">
      <Reading of={file} title={say('import.title')}>
        {(found) => <Shown file={found} />}
      </Reading>
    </div>
  );
}

function Shown({ file }: { file: ImportView }) {
  const { say, language } = useWords();
  return (
    <>
      <Heading
        title={file.fileName}
        above={
          <>
            <Link to="/records">‹ {say('records.title')}</Link> ·{' '}
            <Link to="/records/$type" params={{ type: file.type }}>
              {say(file.title)}
            </Link>
          </>
        }
        lead={`${file.number} · ${sayMoment(file.uploadedAt, language)}`}
      >
        <ImportStateTag state={file.state} percent={file.percent} />
      </Heading>
      {isWorking(file.state) && (
        <div className="lead" role="status">
          <p>{say(`import.state.${file.state}`)}</p>
          <Progress aria-label={say(`import.state.${file.state}`)} percent={file.percent} />
          <p className="grey">{say('import.leave')}</p>
        </div>
      )}
      {file.failure && (
        <Alert
          className="problem"
          type="error"
          role="alert"
          showIcon
          title={say(file.sentences.failure ?? { zh: file.failure.code, en: file.failure.code }, file.failure.params)}
        />
      )}
      {file.notices.map((notice, at) => (
        <Alert
          key={`${notice.code} ${JSON.stringify(notice.params)}`}
          className="problem"
          type="info"
          showIcon
          title={say(file.sentences.notices[at] ?? { zh: notice.code, en: notice.code }, notice.params)}
        />
      ))}
      {file.state === 'checked' && file.counts && <Decision file={file} counts={file.counts} />}
      {file.counts && <Counts counts={file.counts} />}
      {file.receipt && <Receipt file={file} receipt={file.receipt} />}
      {file.counts && file.state !== 'discarded' && file.counts.bad + file.counts.warned > 0 && <Problems file={file} />}
      {(file.state === 'failed' || file.state === 'discarded' || file.state === 'reversed') && (
        <p className="section">
          <Link to="/records/$type" params={{ type: file.type }}>
            {say('import.again')}
          </Link>
        </p>
      )}
    </>
  );
}

function Counts({ counts }: { counts: ImportCounts }) {
  const { say } = useWords();
  const lines = [
    ['import.good', counts.good],
    ['import.bad', counts.bad],
    ['import.there', counts.alreadyThere],
    ['import.duplicates', counts.duplicates],
    ['import.corrections', counts.corrections],
    ['import.warned', counts.warned],
  ] as const;
  return (
    <dl className="counts" aria-label={say('import.rows', { n: exact(counts.rows) })}>
      <div>
        <dt>{say('import.title')}</dt>
        <dd>{say('import.rows', { n: exact(counts.rows) })}</dd>
      </div>
      {lines
        .filter(([word, count]) => count > 0 || word === 'import.good' || word === 'import.bad')
        .map(([word, count]) => (
          <div key={word} className={word === 'import.bad' && count > 0 ? 'counts-bad' : undefined}>
            <dt>{say(word)}</dt>
            <dd>{exact(count)}</dd>
          </div>
        ))}
    </dl>
  );
}

/** All of it, the good rows, or nothing. */
function Decision({ file, counts }: { file: ImportView; counts: ImportCounts }) {
  const { say } = useWords();
  const path = `/api/record-imports/${file.id}`;
  const take = useChange((mode: 'all' | 'good') => change('POST', `${path}/take`, { mode }), ['/api/record-imports']);
  const discard = useChange(() => change('POST', `${path}/discard`), ['/api/record-imports']);
  return (
    <section className="lead" aria-label={say('import.state.checked')}>
      <Problem error={take.error ?? discard.error} />
      {counts.good === 0 && <p className="lead">{say('import.nothing')}</p>}
      <div className="buttons">
        {counts.good > 0 && counts.bad === 0 && (
          <Button type="primary" loading={take.isPending} onClick={() => take.mutate('all')}>
            {say('import.take-all', { n: exact(counts.good) })}
          </Button>
        )}
        {counts.good > 0 && counts.bad > 0 && (
          <Popconfirm
            title={say('import.take-good', { n: exact(counts.good) })}
            description={say('import.take-good-sure', { n: exact(counts.bad) })}
            okText={say('action.confirm')}
            cancelText={say('action.cancel')}
            onConfirm={() => take.mutate('good')}
          >
            <Button type="primary" loading={take.isPending}>
              {say('import.take-good', { n: exact(counts.good) })}
            </Button>
          </Popconfirm>
        )}
        <Popconfirm
          title={say('import.discard')}
          description={say('import.discard-sure')}
          okText={say('action.confirm')}
          cancelText={say('action.cancel')}
          onConfirm={() => discard.mutate(undefined)}
        >
          <Button loading={discard.isPending}>{say('import.discard')}</Button>
        </Popconfirm>
      </div>
    </section>
  );
}
