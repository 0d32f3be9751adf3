import { Alert, Button, Progress } from 'antd';
import type { AuditCheckpoints, Verification } from '../../../../server/modules/audit/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayMoment } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { Problem, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';

const isRunning = (verification: Verification | null | undefined) =>
  verification?.state === 'waiting' || verification?.state === 'running';

/** Whether every entry is where and what it was, and the checkpoints that prove it to somebody outside. */
export function Chain() {
  const { say } = useWords();
  const moving = useAsk<Verification | null>(
    '/api/audit/verification',
    {},
    { every: (latest) => (isRunning(latest) ? 1000 : false) },
  );
  const verify = useChange(() => change('POST', '/api/audit/verify'), ['/api/audit/verification']);
  return (
    <>
      <section aria-labelledby="verify">
        <h2 id="verify">{say('audit.verify')}</h2>
        <p className="grey">{say('audit.verify-hint')}</p>
        <Problem error={verify.error} />
        <Reading of={moving}>{(verification) => <Result verification={verification} />}</Reading>
        <Button
          type="primary"
          disabled={isRunning(moving.data)}
          loading={verify.isPending}
          onClick={() => verify.mutate(undefined)}
        >
          {say('audit.verify')}
        </Button>
      </section>
      <Checkpoints />
    </>
  );
}

function Result({ verification }: { verification: Verification | null }) {
  const { say, language } = useWords();
  if (!verification) return <p className="lead">{say('audit.never')}</p>;
  if (isRunning(verification)) {
    const text = say('audit.verifying', {
      done: exact(verification.done),
      total: verification.total > 0 ? exact(verification.total) : '…',
    });
    return (
      <div className="lead" role="status">
        <p>{text}</p>
        <Progress
          aria-label={text}
          percent={verification.total > 0 ? Math.floor((verification.done / verification.total) * 100) : 0}
        />
      </div>
    );
  }
  const { result } = verification;
  if (!result) return <Alert className="lead" type="warning" showIcon title={say('audit.unfinished')} />;
  const at = verification.finishedAt ? say('audit.verified-at', { at: sayMoment(verification.finishedAt, language) }) : '';
  if (verification.state === 'intact')
    return (
      <Alert
        className="lead"
        type="success"
        showIcon
        title={say('audit.intact', { entries: exact(result.entries), checkpoints: exact(result.checkpoints) })}
        description={`${at}${say('text.stop')}${result.entriesSince > 0 ? say('audit.intact-since', { n: exact(result.entriesSince) }) : ''}`}
      />
    );
  return (
    <Alert
      className="lead"
      type="error"
      role="alert"
      showIcon
      title={say('audit.broken', { n: exact(result.findings.length + result.more) })}
      description={
        <>
          <p>{at}</p>
          <ul>
            {result.findings.map((finding) => (
              <li key={JSON.stringify(finding)}>{say(finding.text)}</li>
            ))}
          </ul>
          {result.more > 0 && <p>{say('audit.more-findings', { n: exact(result.more) })}</p>}
        </>
      }
    />
  );
}

function Checkpoints() {
  const { say, language } = useWords();
  const checkpoints = useAsk<AuditCheckpoints>('/api/audit/checkpoints');
  return (
    <section className="section" aria-labelledby="checkpoints">
      <div className="section-head">
        <h2 id="checkpoints">{say('audit.checkpoints')}</h2>
        <Button href="/api/audit/checkpoints.jsonl">{say('audit.checkpoints-export')}</Button>
      </div>
      <p className="grey">{say('audit.checkpoints-hint')}</p>
      <Reading of={checkpoints}>
        {({ checkpoints: rows, publicKey, witness }) => (
          <>
            <p className="lead">{say(witness.directory || witness.address ? 'audit.witness-on' : 'audit.witness-off')}</p>
            {rows.length === 0 ? (
              <p className="grey">{say('audit.checkpoints-none')}</p>
            ) : (
              <Table
                isDense
                caption={say('audit.checkpoints')}
                rows={rows}
                rowKey={({ id }) => id}
                columns={[
                  { key: 'at', title: say('audit.at'), isRowTitle: true, cell: ({ at }) => sayMoment(at, language) },
                  {
                    key: 'entries',
                    title: say('audit.entries'),
                    cell: ({ entries }) => say('audit.checkpoint-entries', { n: exact(entries) }),
                  },
                  { key: 'hash', title: say('audit.hash'), cell: ({ hash }) => <span className="hash">{hash}</span> },
                ]}
              />
            )}
            <p className="grey">
              {say('audit.public-key')} <span className="hash">{publicKey}</span>
            </p>
          </>
        )}
      </Reading>
    </section>
  );
}
