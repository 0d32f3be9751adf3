/** A worker's profile as a plain form: every field a text, and back. */
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Wrong } from '../../portal/module.ts';
import { shippedTrades } from '../market/trades.ts';
import { fenOf } from '../money.ts';
import { shifts } from '../shifts.ts';
import { joinWords as words } from '../words/pages-join.ts';
import type { Worker, WorkerProfile } from '../workers/contract.ts';
import type { Tip } from './tip.ts';

type Filled = Readonly<Record<string, string>>;

export const tradeNames: readonly string[] = shippedTrades().all.flatMap(({ code }) => [`trade-${code}`, `level-${code}`]);
export const termNames: readonly string[] = [
  'startArea',
  'latitude',
  'longitude',
  'radiusKm',
  ...shifts.map((shift) => `shift-${shift}`),
  'shiftWish',
  'payFloor',
  'payWish',
];

/** Digits as phones type them, full-width ones too; NaN for anything else. */
export const numberOf = (text: string | undefined): number => {
  const plain = (text ?? '').normalize('NFKC').replace(/[\s,元]/g, '');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
};
export const skillsOf = (filled: Filled) =>
  shippedTrades().all.flatMap(({ code }) =>
    filled[`trade-${code}`] === '1' ? [{ trade: code, level: Number(filled[`level-${code}`] || '1') }] : [],
  );

/** Where, when and for how much: what of it is missing or wrong, the command says. */
export const termsOf = (filled: Filled) => {
  const radiusKm = numberOf(filled.radiusKm);
  const [latitude, longitude] = [Number.parseFloat(filled.latitude ?? ''), Number.parseFloat(filled.longitude ?? '')];
  return {
    startArea: filled.startArea ?? '',
    ...(Number.isNaN(latitude) || Number.isNaN(longitude) ? {} : { latitude, longitude }),
    ...(Number.isNaN(radiusKm) ? {} : { radiusKm }),
    shifts: shifts.filter((shift) => filled[`shift-${shift}`] === '1'),
    ...((filled.shiftWish ?? '') === '' ? {} : { shiftWish: filled.shiftWish }),
    payFloor: fenOf(filled.payFloor),
    payWish: fenOf(filled.payWish),
  };
};

/** A profile as it is kept, to change a part of it. */
export const profileOf = (worker: Worker): WorkerProfile => ({
  skills: worker.skills.map(({ trade, level }) => ({ trade, level })),
  startArea: worker.startArea,
  latitude: worker.latitude,
  longitude: worker.longitude,
  radiusKm: worker.radiusKm,
  payFloor: worker.payFloor,
  payWish: worker.payWish,
  shifts: [...worker.shifts],
  ...(worker.shiftWish === null ? {} : { shiftWish: worker.shiftWish }),
});

/** The same terms with what was filled in. A place from the phone goes with the town that it was taken in, not with another. */
export function changedTerms(worker: Worker, filled: Filled) {
  const { latitude, longitude, shiftWish: _wish, ...kept } = profileOf(worker);
  const terms = termsOf(filled);
  return { ...kept, ...(terms.startArea === worker.startArea ? { latitude, longitude } : {}), ...terms };
}

export const filledOf = (worker: Worker): Filled => ({
  ...Object.fromEntries(
    worker.skills.flatMap(({ trade, level }) => [
      [`trade-${trade}`, '1'],
      [`level-${trade}`, String(level)],
    ]),
  ),
  startArea: worker.startArea,
  radiusKm: String(worker.radiusKm),
  ...Object.fromEntries(worker.shifts.map((shift) => [`shift-${shift}`, '1'])),
  shiftWish: worker.shiftWish ?? '',
  payFloor: String(worker.payFloor / 100),
  payWish: String(worker.payWish / 100),
});

/** What would have helped in the last round, and what its field said until now. */
export type TipFilled = { readonly tip?: Tip; readonly own?: string };

/** The form with a change already in its field. What somebody can do is theirs to say: no trade or level is chosen for them. */
export function withTip(filled: Filled, tip: Tip | undefined): TipFilled & { readonly filled: Filled } {
  switch (tip?.is) {
    case 'distance':
      return { filled: { ...filled, radiusKm: String(tip.km) }, tip, own: filled.radiusKm ?? '' };
    case 'pay':
      return { filled: { ...filled, payFloor: String(tip.yuan) }, tip, own: filled.payFloor ?? '' };
    case 'shift':
      return { filled: { ...filled, [`shift-${tip.shift}`]: '1' }, tip };
    case undefined:
      return { filled };
    default:
      return { filled, tip };
  }
}

/** Without a message of the form's own, the command's stands, which states the bounds. */
const fieldOf: Readonly<Record<string, readonly [field: string, message?: Said]>> = {
  skills: ['trades', words.wrongTrades],
  startArea: ['startArea', words.wrongStartArea],
  radiusKm: ['radiusKm', words.wrongRadius],
  shifts: ['shifts', words.wrongShifts],
  shiftWish: ['shiftWish', words.wrongShifts],
  payFloor: ['payFloor'],
  payWish: ['payWish'],
};
/** The field that a refusal is about, where it is about one. */
const fieldOfCode: Readonly<Record<string, string>> = {
  'gig-pay-wish-below-floor': 'payWish',
  'gig-shift-wish-not-taken': 'shiftWish',
  'gig-area-unknown': 'startArea',
  'gig-area-unplaced': 'startArea',
  'gig-trade-unknown': 'trades',
};

/** What is wrong, by the form's own fields: the command names places in its input. */
export function byField(wrong: Wrong, language: Language): Wrong {
  const named = fieldOfCode[wrong.problem.code];
  if (named !== undefined) return { ...wrong, fields: new Map([[named, wrong.sentence]]) };
  const fields = new Map<string, string>();
  for (const [at, told] of wrong.fields) {
    const [field, message] = fieldOf[at.replace(/^profile\//, '').split('/')[0] ?? ''] ?? [];
    if (field !== undefined) fields.set(field, message === undefined ? told : say(message, language));
  }
  return { ...wrong, fields };
}

/** Nothing was ticked, or too much: said before the next question is asked. */
export function wrongTrades(language: Language): Wrong {
  const sentence = say(words.wrongTrades, language);
  return { sentence, fields: new Map([['trades', sentence]]), problem: new Problem('invalid', 'shape') };
}
