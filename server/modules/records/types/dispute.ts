import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { inOrder, notInFuture, sinceProgramme, together } from '../rules.ts';
import { recordType } from '../type.ts';
import { area } from './shared-columns.ts';

const endings = {
  mediation: said('调解', 'Mediation'),
  award: said('裁决', 'Award'),
  withdrawn: said('撤回申请', 'Withdrawn'),
  court: said('移送法院', 'Referred to court'),
  other: said('其他方式', 'Another way'),
};

const source = said('调解组织和仲裁院的案件登记。', 'Case registers of the mediation bodies and the arbitration court.');

export const disputeAccepted = factKind({
  name: 'dispute.accepted',
  title: said('受理劳动人事争议', 'Labour disputes accepted'),
  unit: said('件', 'cases'),
  counts: 'flow',
  silentAfterDays: 31,
  source,
});

export const disputeClosed = factKind({
  name: 'dispute.closed',
  title: said('办结劳动人事争议', 'Labour disputes closed'),
  unit: said('件', 'cases'),
  counts: 'flow',
  variants: endings,
  silentAfterDays: 31,
  source,
});

/** Figures 7b and 7c. A case comes in when accepted and again, with its number, when closed: the second row completes the first. */
export const dispute = recordType({
  name: 'dispute',
  title: said('劳动人事争议', 'Labour dispute'),
  about: said(
    '一行是一件案件；受理时先报，办结后用同一案号再报一次即可。',
    'One row is one case; send it when accepted, and again with the same number once closed.',
  ),
  measure: 7,
  unit: 'human-resources',
  columns: {
    caseNumber: {
      label: said('案号', 'Case number'),
      kind: 'text',
      required: true,
      example: ['示例调字〔2026〕第1号', '示例仲字〔2026〕第8号'],
      longest: 60,
      alias: ['案件编号', '编号'],
    },
    body: {
      label: said('办理机构', 'Body'),
      kind: 'text',
      required: true,
      example: ['示例镇调解中心', '示例仲裁院'],
      longest: 80,
      alias: ['受理机构'],
    },
    matter: {
      label: said('争议事项', 'Matter'),
      kind: 'choice',
      required: true,
      example: ['劳动报酬', '解除终止合同'],
      choices: {
        pay: said('劳动报酬', 'Pay'),
        termination: said('解除终止合同', 'End of contract'),
        injury: said('工伤待遇', 'Work injury'),
        insurance: said('社会保险', 'Social insurance'),
        relation: said('确认劳动关系', 'Existence of a labour relation'),
        other: said('其他', 'Other'),
      },
      alias: ['争议类型', '案由'],
    },
    acceptedOn: {
      label: said('受理日期', 'Accepted on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 30 }, { daysAgo: 10 }],
      alias: ['立案日期'],
    },
    closedOn: {
      label: said('结案日期', 'Closed on'),
      kind: 'date',
      example: [{ daysAgo: 18 }, ''],
      remark: said('未结不填', 'Empty while open'),
      alias: ['办结日期'],
    },
    ending: {
      label: said('结案方式', 'How it ended'),
      kind: 'choice',
      example: ['调解', ''],
      choices: endings,
      remark: said('未结不填', 'Empty while open'),
    },
    workers: {
      label: said('涉及人数', 'Workers involved'),
      kind: 'integer',
      example: ['1', '3'],
      range: { min: 1, max: 100_000 },
    },
    area: { ...area, required: false },
  },
  identity: ['caseNumber'],
  day: 'acceptedOn',
  area: 'area',
  rules: [
    notInFuture('acceptedOn'),
    notInFuture('closedOn'),
    sinceProgramme('acceptedOn'),
    inOrder('acceptedOn', 'closedOn', 'row-closed-before-accepted'),
    together('closedOn', 'ending', 'row-closed-and-ending'),
  ],
  facts: ({ values: { acceptedOn, closedOn, ending } }) => [
    { kind: disputeAccepted, day: acceptedOn, quantity: 1 },
    ...(closedOn && ending ? [{ kind: disputeClosed, variant: ending, day: closedOn, quantity: 1 }] : []),
  ],
  kinds: [disputeAccepted, disputeClosed],
});
