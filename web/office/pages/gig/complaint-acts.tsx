import { App, Button } from 'antd';
import { useState } from 'react';
import type { Complaint } from '../../../../server/modules/gigs/complaints/contract.ts';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { NumberField } from '../../parts/number-field.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { Field } from './field.tsx';
import { isMoney } from './money.ts';
import { SaidOfWage } from './said-of-wage.tsx';

const acts = ['note', 'mediate', 'settle', 'dismiss', 'refer'] as const;
type Act = (typeof acts)[number];
const paths = {
  note: 'notes',
  mediate: 'mediate',
  settle: 'settle',
  dismiss: 'dismiss',
  refer: 'refer',
} as const satisfies Record<Act, string>;
const fields = {
  note: 'text',
  mediate: 'text',
  settle: 'outcome',
  dismiss: 'reason',
  refer: 'reason',
} as const satisfies Record<Act, string>;

/** What the desk may do now; one form at a time, and what was typed stays until it was taken. */
export function ComplaintActs({ complaint: { id, state, about, employer, wage } }: { complaint: Complaint }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [act, choose] = useState<Act>();
  const [isFaulty, setFaulty] = useState(false);
  const [amount, setAmount] = useState<number>();
  const send = useChange(
    ({ which, text }: { which: Act; text: string }) =>
      change('POST', `/api/gig-complaints/${id}/${paths[which]}`, {
        [fields[which]]: text,
        ...(which === 'settle' && amount !== undefined ? { amount: Math.round(amount * 100) } : {}),
      }),
    ['/api/gig', '/api/today'],
    {
      onSuccess: () => {
        void message.success(say('action.done'));
        choose(undefined);
      },
    },
  );
  const isSum = amount === undefined ? about !== 'wage' : isMoney(amount);
  // Where the complaint is about no employer, there is nobody to agree with: it is found true and dealt with, or it is not.
  const open = acts.filter((one) => one !== 'mediate' || (state === 'open' && employer !== null));
  const worded = (one: Act) => (one === 'settle' && employer === null ? 'deal' : one);
  if (act === undefined)
    return (
      <ul className="plain acts">
        {open.map((one, at) => (
          <li key={one}>
            <Button block type={at === 0 ? 'primary' : 'default'} onClick={() => choose(one)}>
              {say(`gigs.act.${worded(one)}`)}
            </Button>
            <p className="grey">
              {say(one === 'settle' && about === 'wage' ? 'gigs.act-hint.settle-wage' : `gigs.act-hint.${worded(one)}`)}
            </p>
          </li>
        ))}
      </ul>
    );
  return (
    <TextForm
      key={act}
      label={say(`gigs.act-text.${worded(act)}`)}
      send={say(`gigs.act.${worded(act)}`)}
      least={act === 'note' || act === 'mediate' ? 2 : 4}
      isBusy={send.isPending}
      error={send.error}
      onSend={(text) => (act === 'settle' && !isSum ? setFaulty(true) : send.mutate({ which: act, text }))}
      onCancel={() => {
        send.reset();
        choose(undefined);
      }}
    >
      {act === 'settle' && (
        <>
          {about === 'wage' && (
            <dl className="facts">
              <SaidOfWage wage={wage} />
            </dl>
          )}
          <Field label={say(about === 'wage' ? 'gigs.settle-amount' : 'gigs.settle-amount-if')}>
            {(id) => (
              <>
                <NumberField
                  id={id}
                  value={amount}
                  onChange={(typed) => {
                    setAmount(typed);
                    setFaulty(false);
                  }}
                  isFaulty={isFaulty}
                  describedBy={isFaulty ? `${id}-fault` : about === 'wage' ? `${id}-means` : undefined}
                  className="number-sum"
                />
                {about === 'wage' && (
                  <p id={`${id}-means`} className="grey">
                    {say('gigs.settle-amount-means')}
                  </p>
                )}
                {isFaulty && (
                  <p id={`${id}-fault`} className="field-fault" role="alert">
                    {say(amount === undefined ? 'gigs.settle-amount-open' : 'gigs.settle-amount-fault')}
                  </p>
                )}
              </>
            )}
          </Field>
        </>
      )}
    </TextForm>
  );
}
