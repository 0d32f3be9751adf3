import type { RuleSet } from './contract.ts';

const rules: RuleSet = {
  steps: {
    reminder: { receiver: 'liaison', termWorkingDays: 0, escalatesTo: null },
    urge: { receiver: 'liaison', termWorkingDays: 3, escalatesTo: 'notice' },
    notice: { receiver: 'liaison', termWorkingDays: 5, escalatesTo: 'talk' },
    talk: { receiver: 'head', termWorkingDays: 3, escalatesTo: null },
  },
  rules: [
    { code: 'remind-due', on: true, step: 'reminder', trigger: { when: 'due-soon', workingDays: 3 } },
    { code: 'urge-late', on: true, step: 'urge', trigger: { when: 'late', workingDays: 1 } },
    { code: 'urge-pace', on: true, step: 'urge', trigger: { when: 'pace', below: 0.8 } },
    { code: 'urge-silent', on: true, step: 'urge', trigger: { when: 'silent' } },
    { code: 'notice-late', on: true, step: 'notice', trigger: { when: 'late', workingDays: 5 } },
    { code: 'notice-months', on: true, step: 'notice', trigger: { when: 'months-behind', months: 2 } },
  ],
  holdWorkingDays: 10,
};

/**
 * The rules of a district that has set none of its own. Lead times as usual practice has them: a lamp three days ahead, an answer
 * within days, a talk with whoever is responsible after silence. An officer changes them as data; the code knows only the shapes.
 */
export const presets: RuleSet = Object.freeze(rules);
