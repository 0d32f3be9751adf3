import { Button } from 'antd';
import { useState } from 'react';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { Field } from './field.tsx';

/** What is to be read again once a licence has changed. */
export const changed = ['/api/gig', '/api/today'] as const;

/** Puts right what was taken down of a licence: another day, or it no longer counts. Its holder is told the reason. */
export function AmendLicence({ licence: { id, expiresOn } }: { licence: { readonly id: string; readonly expiresOn: string } }) {
  const { say } = useWords();
  const [what, choose] = useState<'correct' | 'withdraw'>();
  const [day, setDay] = useState<string | undefined>(expiresOn);
  const amend = useChange((body: object) => change('POST', `/api/gig-licences/${id}/amend`, body), changed, {
    onSuccess: () => choose(undefined),
  });
  if (what === undefined)
    return (
      <div className="buttons">
        <Button onClick={() => choose('correct')}>{say('gigs.licence-correct')}</Button>
        <Button onClick={() => choose('withdraw')}>{say('gigs.licence-withdraw')}</Button>
      </div>
    );
  return (
    <TextForm
      key={what}
      label={say(`gigs.licence-${what}-why`)}
      send={say(`gigs.licence-${what}`)}
      least={2}
      most={200}
      isBusy={amend.isPending}
      error={amend.error}
      onSend={(reason) => {
        if (what === 'withdraw') amend.mutate({ holds: false, reason });
        else if (day) amend.mutate({ holds: true, expiresOn: day, reason });
      }}
      onCancel={() => {
        amend.reset();
        choose(undefined);
      }}
    >
      {what === 'correct' && (
        <Field label={say('gig.licence-until')}>
          {() => <DayPicker label={say('gig.licence-until')} value={day} onChange={setDay} placeholder={expiresOn} />}
        </Field>
      )}
    </TextForm>
  );
}
