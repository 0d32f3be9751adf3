import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { PageContent } from '../../../kernel/page/page.tsx';
import type { Visit } from '../../portal/module.ts';
import type { Complaint } from '../complaints/contract.ts';
import { complaintsPage, complaintPage as employersPage } from '../employer/complaint-pages.tsx';
import { complaintPage } from './complaint.tsx';
import { textOf } from './pages.fixture.ts';

const visit = { language: 'zh' } as Visit; // reason: the pages read nothing else of a visit

const settled: Complaint = {
  id: 'complaint',
  number: '2026-00002',
  about: 'wage',
  state: 'settled',
  workerNumber: 100_001,
  employer: 'employer',
  employerName: '样例仓储',
  placement: 'placement',
  day: '2026-06-18',
  station: 'station',
  claimed: 9_000,
  openedAt: '2026-06-18T09:00:00.000Z',
  dueOn: '2026-06-24',
  workingDays: 3,
  isOverdue: false,
  closedAt: '2026-06-22T02:00:00.000Z',
  settledAmount: 33_000,
  text: '少给了加班费',
  outcome: '补两小时加班费',
  steps: [
    { at: '2026-06-18T09:00:00.000Z', by: 'station', code: 'opened', text: null },
    { at: '2026-06-19T02:00:00.000Z', by: 'employer', code: 'answered', text: '当天没有加班' },
    { at: '2026-06-20T02:00:00.000Z', by: 'station', code: 'mediation', text: '谈不拢' },
    { at: '2026-06-22T02:00:00.000Z', by: 'station', code: 'settled', text: '补两小时加班费' },
  ],
  workerName: null,
  wage: null,
  mediation: { zh: '调解15天内没有达成协议的，可以申请仲裁。', en: 'Arbitration may be asked for.' },
};
const mediated: Complaint = {
  ...settled,
  state: 'mediation',
  dueOn: '2026-07-05',
  closedAt: null,
  settledAmount: null,
  outcome: null,
};
const late: Complaint = { ...settled, state: 'open', workingDays: -2, isOverdue: true, closedAt: null, settledAmount: null };

const textOn = ({ body }: PageContent): string => textOf(renderToString(h(Fragment, null, body)));
const own = (complaint: Complaint) => textOn(complaintPage(visit, 100_001, complaint));
const employers = (complaint: Complaint) =>
  textOn(employersPage(visit, 'employer', complaint, { filled: { text: '' }, once: 'once' }));

describe('a complaint', () => {
  it('tells its worker how it ended, what was agreed, and every step', () => {
    const text = own(settled);
    for (const told of [
      '已解决，2026年6月22日',
      '商定 330 元',
      '2026年6月18日 17:00 · 您在窗口提出，窗口代记',
      '用工单位答复 当天没有加班',
      '零工站转入调解 谈不拢',
      '双方谈好，零工站办结 补两小时加班费',
    ])
      expect(text).toContain(told);
    expect(text).not.toContain('不投诉了');
  });

  it('tells its worker which term holds, and where else to turn', () => {
    expect(own(mediated)).toContain('调解到 2026年7月5日 为止');
    expect(own(mediated)).toContain('可以申请仲裁。 单位侵犯');
    expect(own(late)).toContain('该在 2026年6月24日 前答复，已经超期 2 个工作日');
    expect(own(late)).toContain('不投诉了');
  });

  it('is to its employer a worker’s, whoever wrote it down, and once settled asks for nothing more', () => {
    const text = employers(settled);
    for (const told of ['工友在窗口提出', '我们答复 当天没有加班', '已解决，2026年6月22日', '商定 330 元'])
      expect(text).toContain(told);
    expect(text).not.toContain('补付');
    expect(employers(mediated)).toContain('看工资条，补付');
    expect(textOn(complaintsPage(visit, 'employer', [settled, mediated]))).toMatch(/已解决 .* 调解中/);
  });
});
