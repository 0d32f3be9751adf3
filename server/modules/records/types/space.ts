import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { inOrder, notFarAhead, notInFuture, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { area } from './shared-columns.ts';

export const spaceLet = factKind({
  name: 'space.let',
  title: said('提供优惠创业空间', 'Preferential start-up space let'),
  unit: said('平方米', 'm²'),
  counts: 'flow',
  silentAfterDays: 180,
  source: said(
    '国企等出租方签订的优惠租赁合同；按合同面积和签约日累计。',
    'Leases with rent relief signed by the landlord companies; square metres by the day of signing, added up.',
  ),
});

/** Figure 4: added up, as the paper says 累计; a lease that ends does not take its metres back. */
export const space = recordType({
  name: 'space',
  title: said('优惠创业空间', 'Preferential space'),
  about: said('一行是一份给予租金优惠的租赁合同。', 'One row is one lease with rent relief.'),
  measure: 4,
  unit: 'state-assets',
  columns: {
    contract: {
      label: said('租赁合同编号', 'Lease number'),
      kind: 'text',
      required: true,
      example: ['示例租2026-01', '示例租2026-02'],
      longest: 60,
      alias: ['合同编号'],
    },
    landlord: {
      label: said('出租单位', 'Landlord'),
      kind: 'text',
      required: true,
      example: ['示例国有资产公司', '示例国有资产公司'],
    },
    tenant: {
      label: said('承租团队（企业）', 'Tenant'),
      kind: 'text',
      required: true,
      example: ['示例创业团队', '示例科技有限公司'],
      alias: ['承租方'],
    },
    squareMetres: {
      label: said('面积（平方米）', 'Area (m²)'),
      kind: 'decimal',
      required: true,
      example: ['120', '86.5'],
      range: { min: 0.01, max: 100_000 },
      alias: ['面积', '租赁面积'],
    },
    reliefPercent: {
      label: said('租金减免比例（%）', 'Rent relief (%)'),
      kind: 'decimal',
      required: true,
      example: ['30', '50'],
      range: { min: 0.01, max: 100 },
      alias: ['减免比例'],
    },
    signedOn: { label: said('签约日期', 'Signed on'), kind: 'date', required: true, example: [{ daysAgo: 40 }, { daysAgo: 25 }] },
    from: { label: said('租期开始', 'Lease from'), kind: 'date', example: [{ daysAgo: 30 }, { daysAgo: 20 }] },
    until: { label: said('租期结束', 'Lease until'), kind: 'date', example: [{ daysAgo: -700 }, { daysAgo: -345 }] },
    area,
  },
  identity: ['contract'],
  day: 'signedOn',
  area: 'area',
  rules: [
    notInFuture('signedOn'),
    sinceProgramme('signedOn'),
    notFarAhead('from'),
    inOrder('from', 'until', 'row-until-before-from', true),
  ],
  facts: ({ values: { squareMetres, signedOn } }) => [{ kind: spaceLet, day: signedOn, quantity: squareMetres }],
  kinds: [spaceLet],
});
