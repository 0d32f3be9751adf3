import type { RuleSet } from '../../../../server/modules/supervision/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Table } from '../../parts/table.tsx';
import { sayRule } from './say-rule.ts';

const steps = ['reminder', 'urge', 'notice', 'talk'] as const;

/** The rules to be read, each with what the presets say where that differs. */
export function RulesText({ content, presets }: { content: RuleSet; presets: RuleSet }) {
  const { say } = useWords();
  return (
    <>
      <section aria-labelledby="triggers">
        <h2 id="triggers">{say('rules.triggers')}</h2>
        <ol className="plain rows">
          {content.rules.map((rule) => {
            const preset = presets.rules.find(({ code }) => code === rule.code);
            const [own, before] = [sayRule(rule, say), preset && sayRule(preset, say)];
            return (
              <li key={rule.code} className={rule.on ? undefined : 'grey'}>
                {own} {!rule.on && <span className="tag">{say('rules.off')}</span>}
                {own !== before && (
                  <p className="grey">{before ? say('rules.preset', { text: before }) : say('rules.not-preset')}</p>
                )}
              </li>
            );
          })}
        </ol>
      </section>
      <section className="section" aria-labelledby="steps">
        <h2 id="steps">{say('rules.steps')}</h2>
        <Table
          caption={say('rules.steps')}
          rows={steps.map((step) => ({ step, ...content.steps[step] }))}
          rowKey={({ step }) => step}
          columns={[
            { key: 'step', title: say('rules.step'), isRowTitle: true, cell: ({ step }) => say(`step.${step}`) },
            { key: 'receiver', title: say('rules.receiver'), cell: ({ receiver }) => say(`rules.receiver.${receiver}`) },
            {
              key: 'term',
              title: say('rules.term'),
              cell: ({ termWorkingDays: n }) => (n === 0 ? say('rules.term-none') : say('rules.term-days', { n })),
            },
            {
              key: 'escalates',
              title: say('rules.escalates'),
              cell: ({ step, escalatesTo }) =>
                escalatesTo
                  ? say('rules.escalates-to', { step: say(`step.${escalatesTo}`) })
                  : say(step === 'talk' ? 'rules.escalates-leader' : 'rules.escalates-none'),
            },
          ]}
        />
        <p className="rules-hold">{say('rules.hold-say', { n: content.holdWorkingDays })}</p>
      </section>
    </>
  );
}
