import { factKind } from '../../../kernel/fact/kind.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { notInFuture, sinceProgramme } from '../rules.ts';
import { recordType } from '../type.ts';
import { area, idNumber, personName } from './shared-columns.ts';

export const doctorSigned = factKind({
  name: 'doctor.signed',
  title: said('签约家庭医生', 'Family-doctor sign-ups'),
  unit: said('人', 'people'),
  counts: 'once',
  silentAfterDays: 60,
  source: said(
    '社区卫生服务中心的签约登记；同一人每年只计一次。',
    'Sign-ups at the community health centres; one person counts once a year.',
  ),
});

/** Task 11, a service level without a figure. Only that somebody signed is kept, nothing about their health. */
export const familyDoctor = recordType({
  name: 'family-doctor',
  title: said('家庭医生签约', 'Family-doctor sign-up'),
  about: said('一行是一名新就业群体劳动者签约一次。', 'One row is one gig worker signing up once.'),
  measure: 11,
  unit: 'health',
  columns: {
    name: personName,
    idNumber,
    centre: {
      label: said('社区卫生服务中心', 'Health centre'),
      kind: 'text',
      required: true,
      example: ['示例社区卫生服务中心', '示例社区卫生服务中心'],
      longest: 80,
      alias: ['签约机构'],
    },
    signedOn: { label: said('签约日期', 'Signed on'), kind: 'date', required: true, example: [{ daysAgo: 14 }, { daysAgo: 11 }] },
    pack: {
      label: said('服务包', 'Package'),
      kind: 'choice',
      example: ['基础包', '服务个性包'],
      choices: { basic: said('基础包', 'Basic'), personal: said('服务个性包', 'Personal') },
    },
    area,
  },
  identity: ['idNumber', 'signedOn', 'centre'],
  day: 'signedOn',
  area: 'area',
  person: ['idNumber'],
  rules: [notInFuture('signedOn'), sinceProgramme('signedOn')],
  facts: ({ person, values: { signedOn } }) => [
    { kind: doctorSigned, day: signedOn, quantity: 1, of: [person, signedOn.slice(0, 4)] },
  ],
  kinds: [doctorSigned],
  serviceLevels: [
    {
      key: 'doctor-signed',
      title: said('新就业群体签约家庭医生人数', 'Gig workers signed up with a family doctor'),
      unit: said('人', 'people'),
      decimals: 0,
      comparator: '>=',
      per: 'year',
      count: { rule: 'sum', facts: { kind: doctorSigned.name }, window: 'year' },
    },
  ],
});
