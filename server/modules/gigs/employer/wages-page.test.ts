import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Visit } from '../../portal/module.ts';
import type { EmployerWage } from '../day/contract.ts';
import { wagesPage } from './wages-page.tsx';

const visit = { language: 'zh' } as Visit; // reason: the page reads nothing else of a visit

const wage = (given: Partial<EmployerWage>): EmployerWage => ({
  placement: `${given.name} ${given.day}`,
  order: 'order',
  orderNumber: 1,
  day: '2026-06-18',
  site: '一号仓',
  workerNumber: 1,
  name: '王工',
  minutes: 480,
  overtimeMinutes: 0,
  amount: 24_000,
  state: 'due',
  dueOn: '2026-06-18',
  paidAmount: null,
  receivedAmount: null,
  isOverdue: false,
  ...given,
});

const textOf = (wages: readonly EmployerWage[], owed: number, overdue = 0): string =>
  renderToString(h(Fragment, null, wagesPage(visit, 'employer', { wages, owed, overdue, unsaid: [] }, '2026-06-18', 'once').body))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('an employer’s wages', () => {
  it('say what is owed in all, then each day with its sum, what is to be paid before what is done', () => {
    const text = textOf(
      [
        wage({ name: '甲' }),
        wage({ name: '乙' }),
        wage({ name: '丙', day: '2026-06-17', isOverdue: true }),
        wage({ name: '丁', day: '2026-06-17', state: 'confirmed', receivedAmount: 24_000 }),
        wage({ name: '戊', day: '2026-06-16', state: 'paid', paidAmount: 24_000 }),
      ],
      72_000,
      24_000,
    );
    const inOrder = [
      '还要付 720 元',
      '其中 240 元已经过期',
      '这 3 个人的 720 元都付了',
      '要付 3 人，720 元',
      '今天 6月18日（周四） 2 人，480 元',
      '甲',
      '乙',
      '昨天 6月17日（周三） 1 人，240 元',
      '丙',
      '付了，等工友确认',
      '6月16日（周二） 1 人，240 元',
      '戊',
      '双方都说清了',
      '昨天 6月17日（周三） 1 人，240 元',
      '丁',
    ];
    let from = 0;
    for (const told of inOrder) {
      const at = text.indexOf(told, from);
      expect(at, `${told} in ${text.slice(from)}`).toBeGreaterThanOrEqual(from);
      from = at + told.length;
    }
  });

  it('count of a disputed wage what is missing', () => {
    const text = textOf([wage({ state: 'disputed', paidAmount: 20_000, receivedAmount: 20_000 })], 4_000);
    expect(text).toContain('还要付 40 元');
    expect(text).toContain('1 人，还差 40 元');
  });
});
