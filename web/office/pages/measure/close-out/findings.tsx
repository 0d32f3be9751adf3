import { CheckOutlined, CloseOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { CloseOutState, ShownEvaluation, ShownFinding } from '../../../../../server/modules/close-out/contract.ts';
import { useWords } from '../../../../shared/words/index.ts';

/** What is missing, before anybody presses; what is there stands behind a click. */
export function Judgement({
  evaluation,
  mayApply,
  state,
}: {
  evaluation: ShownEvaluation;
  mayApply: boolean;
  state: CloseOutState;
}) {
  const { say } = useWords();
  const { findings, grade } = evaluation;
  const missing = findings.filter(({ ok }) => !ok);
  const there = findings.filter(({ ok }) => ok);
  return (
    <>
      {missing.length > 0 ? (
        <>
          <p className="lead">
            <b>
              {say(state === 'applied' || state === 'waiver-proposed' ? 'close-out.missing-now' : 'close-out.missing', {
                n: missing.length,
              })}
            </b>
          </p>
          <FindingList findings={missing} />
        </>
      ) : (
        grade && (
          <p className="lead">
            <b>{say('close-out.all-there', { grade: say(`close-out.grade.${grade}`) })}</b>
          </p>
        )
      )}
      {there.length > 0 && (
        <details className="as-table" open={missing.length === 0}>
          <summary>{say('close-out.there', { n: there.length })}</summary>
          <FindingList findings={there} />
        </details>
      )}
      {!mayApply && state !== 'applied' && state !== 'waiver-proposed' && <p className="grey">{say('close-out.others-apply')}</p>}
    </>
  );
}

/** A checklist: sign, word and sentence, with the way to what it is about. */
export function FindingList({ findings }: { findings: readonly ShownFinding[] }) {
  return (
    <ul className="close-out-findings">
      {findings.map((finding) => (
        <FindingLine key={`${finding.subject} ${finding.code}`} finding={finding} />
      ))}
    </ul>
  );
}

function FindingLine({ finding: { subject, ok, text } }: { finding: ShownFinding }) {
  const { say } = useWords();
  const figure = /^(?:figure|statement):(.+)$/.exec(subject)?.[1];
  return (
    <li className={ok ? 'close-out-finding close-out-finding-ok' : 'close-out-finding close-out-finding-short'}>
      <span className="close-out-finding-sign">
        <span aria-hidden="true">{ok ? <CheckOutlined /> : <CloseOutlined />}</span>
        <span className="unseen">{say(ok ? 'close-out.ok' : 'close-out.short')}</span>
      </span>
      <span>
        {say(text)}
        {figure && (
          <>
            {' '}
            <Link to="/figures/$code" params={{ code: figure }} className="close-out-finding-link">
              {say('light.to-figure')}
            </Link>
          </>
        )}
      </span>
    </li>
  );
}
