import { App, Button } from 'antd';
import { useState } from 'react';
import type { MeasurePlan, Plan } from '../../../../server/modules/plans/contract.ts';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { milestoneReadings } from '../../parts/milestone-readings.ts';
import { Problem } from '../../parts/notices.tsx';
import { TextForm } from '../../parts/text-form.tsx';

/** The programme office accepts the plan as it was read, or returns it with a reason. */
export function DecidePlan({ plan: { measure }, submitted }: { plan: MeasurePlan; submitted: Plan }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [isReturning, setReturning] = useState(false);
  const decide = useChange(
    (given: { accept: boolean; reason?: string }) =>
      change('POST', `/api/measures/${measure}/plan/decide`, { revision: submitted.revision, ...given }),
    [...milestoneReadings, '/api/plans', '/api/figures'],
    { onSuccess: (_, { accept }) => void message.success(say(accept ? 'plan.accepted' : 'plan.returned')) },
  );
  if (isReturning)
    return (
      <div className="plan-bar plan-bar-form">
        <TextForm
          label={say('plan.return-why')}
          send={say('plan.return')}
          isBusy={decide.isPending}
          error={decide.error}
          onSend={(reason) => decide.mutate({ accept: false, reason })}
          onCancel={() => setReturning(false)}
        />
      </div>
    );
  return (
    <div className="plan-bar">
      <span className="plan-bar-state grey">{say('plan.waits-hint')}</span>
      <Problem error={decide.error} />
      <Button onClick={() => setReturning(true)}>{say('plan.return')}</Button>
      <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate({ accept: true })}>
        {say('plan.accept')}
      </Button>
    </div>
  );
}
