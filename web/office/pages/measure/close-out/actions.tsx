import { App } from 'antd';
import type { CloseOutEvent } from '../../../../../server/modules/close-out/contract.ts';
import { change } from '../../../../shared/client.ts';
import { useWords } from '../../../../shared/words/index.ts';
import { useChange } from '../../../asking.ts';
import { ApplyForm } from './apply-form.tsx';
import { DecideForm } from './decide-form.tsx';
import type { ShownPeriod } from './section.tsx';
import { ProposeForm, SignForm } from './waiver-forms.tsx';
import { WithdrawForm } from './withdraw-form.tsx';

const paths = {
  apply: 'apply',
  withdraw: 'withdraw',
  approve: 'approve',
  return: 'return',
  'propose-waiver': 'waiver',
  'sign-waiver': 'waiver/sign',
  'decline-waiver': 'waiver/decline',
} as const satisfies Partial<Record<CloseOutEvent, string>>;
export type Doing = keyof typeof paths;
export type Given = { readonly event: Doing; readonly body: object };

/** What a person may do with this close-out now; nothing else is shown. What was typed stays where something is refused. */
export function Actions({ measure, shown }: { measure: number; shown: ShownPeriod }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const { period, item, may, evaluation, isOwn } = shown;
  const step = useChange(
    ({ event, body }: Given) => change('POST', `/api/measures/${measure}/close-outs/${period.name}/${paths[event]}`, body),
    ['/api/measures', '/api/close-outs', '/api/today', '/api/evidence'],
    { onSuccess: (_answer, { event }) => void message.success(say(`close-out.done.${event}`)) },
  );
  const form = {
    error: step.error,
    isBusy: step.isPending,
    doing: step.variables?.event,
    onDo: (event: Doing, body: object) =>
      step.mutate({
        event,
        body: item.step && event !== 'apply' && event !== 'propose-waiver' ? { ...body, seen: item.step } : body,
      }),
  };
  const can = (event: CloseOutEvent) => may.includes(event);
  return (
    <>
      {can('apply') && evaluation && !evaluation.isShort && <ApplyForm {...form} />}
      {can('withdraw') && <WithdrawForm {...form} />}
      {can('approve') &&
        (isOwn ? (
          <p className="close-out-own">{say('close-out.own')}</p>
        ) : (
          <DecideForm {...form} item={item} isShort={evaluation?.isShort ?? false} />
        ))}
      {can('decline-waiver') &&
        (isOwn ? (
          <p className="close-out-own">{say('close-out.own-waiver')}</p>
        ) : (
          <SignForm {...form} maySign={can('sign-waiver')} />
        ))}
      {can('propose-waiver') && <ProposeForm {...form} />}
    </>
  );
}

export type ActionProps = {
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly doing: Doing | undefined;
  readonly onDo: (event: Doing, body: object) => void;
};
