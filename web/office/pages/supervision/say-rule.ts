import type { Rule, Trigger } from '../../../../server/modules/supervision/contract.ts';
import type { Say } from '../../../shared/words/index.ts';

/** The number of a trigger as the form shows it: days, months, or per cent of the path; undefined where there is none. */
export function numberOf(trigger: Trigger): number | undefined {
  switch (trigger.when) {
    case 'due-soon':
    case 'late':
      return trigger.workingDays;
    case 'pace':
      return Math.round(trigger.below * 1000) / 10;
    case 'months-behind':
      return trigger.months;
    case 'silent':
      return undefined;
  }
}

/** The trigger of a kind with a number; what is no number becomes the smallest that means something. */
export function triggerOf(when: Trigger['when'], number: number | undefined): Trigger {
  switch (when) {
    case 'due-soon':
      return { when, workingDays: Math.trunc(number ?? 0) };
    case 'late':
      return { when, workingDays: Math.max(1, Math.trunc(number ?? 1)) };
    case 'pace':
      return { when, below: Math.min(1, Math.max(0.05, (number ?? 80) / 100)) };
    case 'months-behind':
      return { when, months: Math.max(1, Math.trunc(number ?? 1)) };
    case 'silent':
      return { when };
  }
}

/** 当节点超期 5 个工作日，发督办通知。 */
export const sayRule = ({ step, trigger }: Pick<Rule, 'step' | 'trigger'>, say: Say): string =>
  say(`rules.say.${trigger.when}`, { n: numberOf(trigger) ?? '', step: say(`step.${step}`) });
