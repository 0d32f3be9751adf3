import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { ConsultationShown, Early } from '../../../../server/modules/consultation/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayDay } from '../../../shared/day.ts';
import { type Language, type Say, useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { TextField } from './text-field.tsx';

/** Publication asks once; where it cuts short time that was promised it says whose, and wants a reason. */
export function Publish({ of: { line, early } }: { of: ConsultationShown }) {
  const { say } = useWords();
  const [isAsking, setAsking] = useState(false);
  const publish = useChange(
    (reason: string | undefined) =>
      change('POST', `/api/consultations/${line.consultation}/publish`, {
        version: line.version,
        ...(reason === undefined ? {} : { reason }),
      }),
    ['/api/consultations', '/api/today', '/api/programme'],
  );
  const isCut = early !== null && line.unsettled === 0;
  return (
    <>
      {isCut ? (
        <Button type="primary" aria-expanded={isAsking} onClick={() => setAsking(true)}>
          {say('consult.publish')}
        </Button>
      ) : (
        <Popconfirm
          title={say('consult.publish-ask', { n: line.version })}
          okText={say('consult.publish')}
          cancelText={say('action.cancel')}
          onConfirm={() => publish.mutate(undefined)}
        >
          <Button type="primary" loading={publish.isPending}>
            {say('consult.publish')}
          </Button>
        </Popconfirm>
      )}
      {isCut && isAsking && (
        <EarlyForm
          early={early}
          version={line.version}
          isSending={publish.isPending}
          onPublish={(reason) => publish.mutate(reason)}
          onCancel={() => setAsking(false)}
        />
      )}
      <Problem error={publish.error} />
    </>
  );
}

type Props = {
  readonly early: Early;
  readonly version: number;
  readonly isSending: boolean;
  readonly onPublish: (reason: string) => void;
  readonly onCancel: () => void;
};

function EarlyForm({ early, version, isSending, onPublish, onCancel }: Props) {
  const { say, language } = useWords();
  const [reason, setReason] = useState('');
  return (
    <form
      className="publish-early"
      aria-label={say('consult.publish')}
      onSubmit={(event) => {
        event.preventDefault();
        onPublish(reason.trim());
      }}
    >
      <p>
        <b>{say('consult.early')}</b>
      </p>
      <ul>
        {whatIsCut(early, say, language).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <TextField label={say('consult.early-reason')} value={reason} onChange={setReason} most={1000} />
      <p>{say('consult.publish-ask', { n: version })}</p>
      <div className="buttons">
        <Button htmlType="submit" danger disabled={reason.trim().length < 2} loading={isSending}>
          {say('consult.publish-early')}
        </Button>
        <Button onClick={onCancel}>{say('action.cancel')}</Button>
      </div>
    </form>
  );
}

function whatIsCut({ silent, isPublicCut, unanswered, dueOn }: Early, say: Say, language: Language): string[] {
  const due = sayDay(dueOn, language);
  return [
    ...(silent > 0 ? [say('consult.early-silent', { n: silent, day: due })] : []),
    ...(isPublicCut ? [say('consult.early-public', { day: due })] : []),
    ...unanswered.map(({ number, respondBy }) =>
      say('consult.early-unanswered', { n: number, day: sayDay(respondBy, language) }),
    ),
  ];
}
