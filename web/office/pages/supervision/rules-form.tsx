import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { RuleSet, Rules } from '../../../../server/modules/supervision/contract.ts';
import { change } from '../../../shared/client.ts';
import { beijingDay } from '../../../shared/day.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Problem } from '../../parts/notices.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { RuleLine } from './rule-line.tsx';
import { StepTable } from './step-table.tsx';

/** The rules as sentences with gaps to fill in; the whole is put into force together, from a day, with a reason. */
export function RulesForm({ rules, onDone }: { rules: Rules; onDone: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [content, setContent] = useState(rules.upcoming?.content ?? rules.content);
  // What a form was begun from stays what it names, also when the page reads the rules again meanwhile.
  const [from] = useState(rules.versions[0]?.version ?? 0);
  const [validFrom, setValidFrom] = useState(beijingDay(new Date()));
  const [note, setNote] = useState('');
  const save = useChange(
    () => change<{ version: number }>('PUT', '/api/supervision/rules', { from, content, validFrom, note: note.trim() }),
    ['/api/supervision'],
    {
      onSuccess: ({ version }) => {
        void message.success(say('rules.set', { version }));
        onDone();
      },
    },
  );
  const faultAt = (at: string) =>
    isRefusal(save.error) ? save.error.details.find((detail) => detail.at === at)?.message : undefined;
  const setRule = (at: number, next: RuleSet['rules'][number] | undefined) =>
    setContent((old) => ({ ...old, rules: old.rules.flatMap((rule, index) => (index === at ? (next ? [next] : []) : [rule])) }));
  const isReady = note.trim().length >= 2;
  return (
    <form
      className="rules-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save.mutate(undefined);
      }}
    >
      <div className="section-head">
        <h2>{say('rules.triggers')}</h2>
        <Button onClick={() => setContent(rules.presets)}>{say('rules.to-presets')}</Button>
      </div>
      {content.rules.map((rule, at) => (
        <RuleLine
          key={rule.code}
          rule={rule}
          no={at + 1}
          preset={rules.presets.rules.find(({ code }) => code === rule.code)}
          fault={faultAt(`/rules/${at}`) ?? faultAt(`/rules/${at}/code`)}
          onChange={(next) => setRule(at, next)}
          onRemove={() => setRule(at, undefined)}
        />
      ))}
      <Button type="dashed" onClick={() => setContent((old) => ({ ...old, rules: [...old.rules, newRule(old)] }))}>
        {say('rules.add')}
      </Button>
      <section className="section">
        <h2>{say('rules.steps')}</h2>
        <StepTable
          steps={content.steps}
          presets={rules.presets.steps}
          faultAt={faultAt}
          onChange={(steps) => setContent((old) => ({ ...old, steps }))}
        />
        <p className="rules-hold">
          {say('rules.hold-before')}
          <NumberField
            className="number-short"
            label={say('rules.hold')}
            value={content.holdWorkingDays}
            onChange={(days) => setContent((old) => ({ ...old, holdWorkingDays: Math.trunc(days ?? 0) }))}
          />
          {say('rules.hold-after')}
        </p>
      </section>
      <div className="rules-end">
        <div className="field">
          <label htmlFor="valid-from">{say('rules.valid-from')}</label>
          <DayPicker
            id="valid-from"
            value={validFrom}
            from={beijingDay(new Date())}
            placeholder={say('rules.valid-today')}
            onChange={(day) => setValidFrom(day ?? beijingDay(new Date()))}
          />
        </div>
        <div className="field rules-note">
          <label htmlFor="note">{say('rules.note')}</label>
          <Input
            id="note"
            maxLength={300}
            placeholder={say('rules.note-hint')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
        <div className="buttons">
          <Button type="primary" htmlType="submit" loading={save.isPending} disabled={!isReady}>
            {say('rules.save')}
          </Button>
          <Button onClick={onDone}>{say('action.cancel')}</Button>
        </div>
      </div>
      <Problem error={save.error} />
    </form>
  );
}

/** A code of its own for a rule that an officer adds. */
function newRule({ rules }: RuleSet): RuleSet['rules'][number] {
  let no = rules.length + 1;
  while (rules.some(({ code }) => code === `rule-${no}`)) no += 1;
  return { code: `rule-${no}`, on: true, step: 'urge', trigger: { when: 'late', workingDays: 3 } };
}
