import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { notInFuture, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { area } from './shared-columns.ts';

export const loanDisbursed = factKind({
  name: 'loan.disbursed',
  title: said('发放创业担保贷款', 'Start-up guaranteed loans paid out'),
  unit: said('元', 'yuan'),
  counts: 'flow',
  silentAfterDays: 60,
  source: said(
    '经办银行的放款记录；按实际放款金额和放款日计。',
    'Payments reported by the lending banks; yuan paid out, on the day of payment.',
  ),
});

/** Figure 3b. One contract may be paid out in several parts, so a payment is known by contract and day. */
export const loan = recordType({
  name: 'loan',
  title: said('创业担保贷款放款', 'Loan payment'),
  about: said('一行是一笔实际放款。', 'One row is one payment actually made.'),
  measure: 3,
  unit: 'human-resources',
  columns: {
    contract: {
      label: said('合同编号', 'Contract number'),
      kind: 'text',
      required: true,
      example: ['示例贷2026-001', '示例贷2026-002'],
      longest: 60,
      alias: ['借款合同号', '贷款合同编号'],
    },
    part: {
      label: said('第几笔', 'Payment no.'),
      kind: 'integer',
      example: ['1', '1'],
      range: { min: 1, max: 100 },
      remark: said('同一合同分几次放款时填', 'For a contract paid out in parts'),
    },
    borrower: {
      label: said('借款人类型', 'Borrower'),
      kind: 'choice',
      required: true,
      example: ['个人', '小微企业'],
      choices: { individual: said('个人', 'Individual'), enterprise: said('小微企业', 'Small enterprise') },
    },
    amount: {
      label: said('放款金额（元）', 'Amount (yuan)'),
      kind: 'money-yuan',
      required: true,
      example: ['300000', '2,000,000.00'],
      range: { min: 0.01, max: 50_000_000 },
      alias: ['放款金额', '金额（元）', '金额'],
    },
    paidOn: { label: said('放款日期', 'Paid on'), kind: 'date', required: true, example: [{ daysAgo: 15 }, { daysAgo: 8 }] },
    bank: { label: said('经办银行', 'Bank'), kind: 'text', example: ['示例银行通州支行', '示例银行通州支行'], longest: 60 },
    area: { ...area, required: false },
  },
  identity: ['contract', 'part', 'paidOn'],
  day: 'paidOn',
  area: 'area',
  rules: [notInFuture('paidOn'), sinceProgramme('paidOn')],
  facts: ({ values: { amount, paidOn } }) => [{ kind: loanDisbursed, day: paidOn, quantity: amount }],
  kinds: [loanDisbursed],
});
