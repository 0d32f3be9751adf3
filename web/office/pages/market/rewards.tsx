import { App, Button } from 'antd';
import { useState } from 'react';
import type { RoundList } from '../../../../server/modules/market-standard/contract.ts';
import { change } from '../../../shared/client.ts';
import { beijingDay, sayDay } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { readings } from './say.ts';

const rewarded = ['excellent', 'good', 'qualified'] as const;

/** What is proposed for each grade: no payment, and plainly so where no amount has been set. */
export function RewardsPart({ rewards, mayRun }: { rewards: RoundList['rewards']; mayRun: boolean }) {
  const { say, language } = useWords();
  const [isChanging, setChanging] = useState(false);
  const { content, fromOn, reason, setByName } = rewards;
  return (
    <section className="section" aria-labelledby="rewards">
      <h2 id="rewards">{say('market.rewards')}</h2>
      <p className="grey">{say('market.rewards-hint')}</p>
      <dl className="facts">
        {rewarded.map((grade) => (
          <div key={grade} className="facts-row">
            <dt>{say(`market.grade.${grade}`)}</dt>
            <dd>{content[grade] > 0 ? say('market.yuan', { n: exact(content[grade]) }) : say('market.to-set')}</dd>
          </div>
        ))}
      </dl>
      {fromOn && (
        <p className="grey">
          {say('market.rewards-since', { day: sayDay(fromOn, language), name: setByName ?? '', reason: reason ?? '' })}
        </p>
      )}
      {mayRun && !isChanging && (
        <div className="buttons">
          <Button onClick={() => setChanging(true)}>{say('market.rewards-set')}</Button>
        </div>
      )}
      {isChanging && <SetRewards content={content} onClose={() => setChanging(false)} />}
    </section>
  );
}

function SetRewards({ content, onClose }: { content: RoundList['rewards']['content']; onClose: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const today = beijingDay(new Date());
  const [fromOn, setFromOn] = useState<string | undefined>(today);
  const [amounts, setAmounts] = useState<Readonly<Record<(typeof rewarded)[number], number | undefined>>>(content);
  const set = useChange(
    (reason: string) => change('POST', '/api/market-rewards', { fromOn, content: amounts, reason }),
    readings,
    {
      onSuccess: () => {
        onClose();
        void message.success(say('market.rewards-kept'));
      },
    },
  );
  return (
    <TextForm
      label={say('market.reason')}
      send={say('market.rewards-set')}
      isBusy={set.isPending}
      error={set.error}
      onSend={set.mutate}
      onCancel={onClose}
    >
      <div className="market-fields">
        <div className="field">
          <label htmlFor="rewards-from">{say('market.rewards-from')}</label>
          <DayPicker id="rewards-from" value={fromOn} from={today} onChange={setFromOn} />
        </div>
        {rewarded.map((grade) => (
          <div key={grade} className="field">
            <label htmlFor={`reward-${grade}`}>{say('market.reward-of', { grade: say(`market.grade.${grade}`) })}</label>
            <NumberField
              id={`reward-${grade}`}
              value={amounts[grade]}
              onChange={(value) => setAmounts((old) => ({ ...old, [grade]: value }))}
            />
          </div>
        ))}
      </div>
    </TextForm>
  );
}
