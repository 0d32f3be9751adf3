import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { notInFuture, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { gigComplaint, gigLevels, gigSeat, gigWage } from './gig-levels.ts';
import { area, idNumber, personName, phone } from './shared-columns.ts';

/** What counts as a service: these five and nothing else. Resting, a cup of water or a number in the line are no services. */
const services = {
  placed: said('岗位对接', 'Placed in work'),
  trained: said('技能培训', 'Trained'),
  advised: said('咨询指导', 'Advised'),
  insured: said('参保服务', 'Insured'),
  aided: said('权益援助', 'Aided'),
};

/** What registers of the stations called them before. */
const alsoWritten = {
  placed: ['matching', '用工对接', '职业介绍'],
  trained: ['training', '培训'],
  advised: ['information', 'guidance', '信息咨询', '职业指导', '政策咨询'],
  insured: ['insurance', '参保', '工伤保险', '意外保险'],
  aided: ['rights', 'pay', '维权调解', '薪酬服务', '法律援助', '急救'],
};

export const gigServed = factKind({
  name: 'gig.served',
  title: said('服务灵活就业者', 'Gig workers served'),
  unit: said('人次', 'person-times'),
  counts: 'once',
  variants: services,
  silentAfterDays: 7,
  source: said(
    '零工市场和驿站的服务登记；同一人同一天同一项服务只计一次，不论在哪个站点。',
    'Registers of the gig stations; one person counts once a service and day, whichever the station.',
  ),
});

/** Figure 14. A worker is known by ID number, or by mobile number where a station asks for no more than that. */
export const gigService = recordType({
  name: 'gig-service',
  title: said('零工服务', 'Gig service'),
  about: said(
    '一行是为一个人做的一次服务。身份证号和手机号至少填一项，并始终填同一项。',
    'One row is one service for one person. Give the ID or the mobile number, and always the same of the two.',
  ),
  measure: 14,
  unit: 'human-resources',
  columns: {
    name: { ...personName, required: false },
    idNumber: { ...idNumber, required: false, example: ['11010519491231002X', ''] },
    phone: { ...phone, required: false },
    service: {
      label: said('服务项目', 'Service'),
      kind: 'choice',
      required: true,
      example: ['岗位对接', '咨询指导'],
      choices: services,
      alsoWritten,
      alias: ['服务类型', '服务内容', '项目'],
    },
    servedOn: {
      label: said('服务日期', 'Served on'),
      kind: 'date',
      required: true,
      example: [{ daysAgo: 2 }, { daysAgo: 2 }],
      alias: ['日期'],
    },
    station: {
      label: said('服务站点', 'Station'),
      kind: 'text',
      required: true,
      example: ['示例零工市场', '示例零工驿站'],
      longest: 60,
      alias: ['站点'],
    },
    occupation: { label: said('从事职业（工种）', 'Occupation'), kind: 'occupation', example: ['', ''], alias: ['工种'] },
    area,
  },
  identity: ['idNumber', 'phone', 'service', 'servedOn', 'station'],
  day: 'servedOn',
  area: 'area',
  person: ['idNumber', 'phone'],
  rules: [notInFuture('servedOn'), sinceProgramme('servedOn')],
  facts: ({ person, values: { service, servedOn } }) => [
    { kind: gigServed, variant: service, day: servedOn, quantity: 1, of: [person, service, servedOn] },
  ],
  kinds: [gigServed, gigSeat, gigWage, gigComplaint],
  serviceLevels: gigLevels,
});
