import { Button } from 'antd';
import { useWords } from '../../../../shared/words/index.ts';
import { Problem } from '../../../parts/notices.tsx';
import type { ActionProps } from './actions.tsx';
import { NoteField, useReason } from './note-field.tsx';

/** The office proposes to close although it is short: behind a click, because it is the exception. */
export function ProposeForm({ error, isBusy, doing, onDo }: ActionProps) {
  const { say } = useWords();
  const { field, give } = useReason(onDo);
  return (
    <details className="as-table close-out-waiver">
      <summary>{say('close-out.waiver')}</summary>
      <div className="close-out-form">
        <p className="grey">{say('close-out.waiver-hint')}</p>
        {doing === 'propose-waiver' && <Problem error={error} />}
        <NoteField label={say('close-out.reason')} {...field} />
        <div className="buttons">
          <Button loading={isBusy && doing === 'propose-waiver'} onClick={() => give('propose-waiver')}>
            {say('close-out.propose')}
          </Button>
        </div>
      </div>
    </details>
  );
}

/** A leader signs what is still short, or declines; what is said to it stays with the item. */
export function SignForm({ error, isBusy, doing, onDo, maySign }: ActionProps & { maySign: boolean }) {
  const { say } = useWords();
  const { field, give } = useReason(onDo);
  return (
    <div className="close-out-form">
      {maySign ? <p className="grey">{say('close-out.waiver-hint')}</p> : <p>{say('close-out.sign-not-short')}</p>}
      {(doing === 'sign-waiver' || doing === 'decline-waiver') && <Problem error={error} />}
      <NoteField label={say('close-out.sign-reason')} {...field} />
      <div className="buttons">
        {maySign && (
          <Button type="primary" loading={isBusy && doing === 'sign-waiver'} onClick={() => give('sign-waiver')}>
            {say('close-out.sign')}
          </Button>
        )}
        <Button loading={isBusy && doing === 'decline-waiver'} onClick={() => give('decline-waiver')}>
          {say('close-out.decline')}
        </Button>
      </div>
    </div>
  );
}
