import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { WageSlip } from '../day/contract.ts';
import { textOf } from './pages.fixture.ts';
import { Slip } from './slip.tsx';

const slip = (startedAt: string, endedAt: string): WageSlip => ({
  placement: 'p',
  order: {
    ...{ id: 'o', number: 1, day: '2026-06-18', tradeName: { zh: '装卸搬运', en: 'Loading' }, site: '一号仓' },
    startsAt: '2026-06-18T06:00:00+08:00',
  },
  employer: 'e',
  employerName: '云澜物流有限公司',
  workerNumber: 100_001,
  startedAt,
  startedBy: 'code',
  endedAt,
  endedBy: 'code',
  ending: 'done',
  breakMinutes: 0,
  minutes: 360,
  overtimeMinutes: 0,
  lines: [],
  amount: 24_000,
  dueOn: '2026-06-19',
  state: 'due',
  isOverdue: false,
  paidAmount: null,
  paidAt: null,
  receivedAmount: null,
  confirmedAt: null,
  isInsured: true,
  complaint: null,
  changes: [],
  terms: { version: '1', overtime: { zh: '', en: '' }, sentHome: { zh: '', en: '' } },
});
const read = (language: 'zh' | 'en', from: string, to: string) =>
  textOf(renderToString(h(Slip, { slip: slip(from, to), language })));

it('says of a night that it ended on the next day', () => {
  const night = ['2026-06-18T22:00:00+08:00', '2026-06-19T04:00:00+08:00'] as const;
  expect(read('zh', ...night)).toContain('上工 22:00，收工次日 04:00');
  expect(read('en', ...night)).toContain('Began 22:00, ended 04:00 the next day');
  expect(read('zh', '2026-06-18T00:00:00+08:00', '2026-06-18T06:00:00+08:00')).toContain('上工 00:00，收工 06:00');
});

it('says that what was before the agreed start is not counted', () => {
  const end = '2026-06-18T14:00:00+08:00';
  expect(read('zh', '2026-06-18T05:48:00+08:00', end)).toContain('讲好 06:00 开工，以前的时间不算');
  expect(read('en', '2026-06-18T06:00:00+08:00', end)).not.toContain('not counted.');
});
