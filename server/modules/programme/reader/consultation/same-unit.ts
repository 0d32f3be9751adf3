/** Is it the same unit? 区人社局, 人力社保局 and 区人力资源和社会保障局 are one inside one district's paper. */
import { canonical } from '../canonical.ts';

const LEVEL = /^(?:[市区县省州旗]委(?=.{2,}[部办]$)|[市区县省州旗镇乡])/;
/** 云澜区财政局 inside 云澜区; 开发区管委会 is no area's 管委会. */
const PLACE = /^[^市区县省州旗]{2,4}(?=[市区县][^市区县])/;
const NO_PLACE = /(?:开发|高新|示范|功能|社|园|新|保税|自贸|度假|景|片|街|辖|自治|合作|产业)区/;

function coreOf(name: string): string {
  const letters = canonical(name).replace(/[^\p{L}\p{N}]/gu, '');
  const local = NO_PLACE.test(letters) ? letters : letters.replace(PLACE, '');
  const core = local.replace(LEVEL, '');
  return core.length >= 2 ? core : local;
}

const lettersOf = (name: string): string => canonical(name).replace(/[^\p{L}\p{N}]/gu, '');

/** The same name, the area before it apart. */
const isSameName = (a: string, b: string): boolean => {
  const [one, other] = [lettersOf(a), lettersOf(b)];
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 2 && long.endsWith(short.slice(1)) && coreOf(one) === coreOf(other) && levelsAgree(one, other);
};

/** 市财政局 is not 区财政局; 财政局 may be either. */
function levelsAgree(one: string, other: string): boolean {
  const [a, b] = [one, other].map(
    (name) => LEVEL.exec(NO_PLACE.test(name) ? name : name.replace(PLACE, ''))?.[0].charAt(0) ?? '',
  );
  return a === b || a === '' || b === '';
}

/** 住建委 for 住房城乡建设委, 妇联 for 妇女联合会: its letters in their order, with the same first and the same kind of organ last. */
function isShortFor(short: string, long: string): boolean {
  if (short.length < 2 || short.length >= long.length || short[0] !== long[0]) return false;
  if (!endingOf(long).includes(short.at(-1) ?? '')) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

const endingOf = (name: string): string => (/委员会$/.test(name) ? '委' : /联合会$/.test(name) ? '联' : name.slice(-1));

const isAbbreviated = (a: string, b: string): boolean => {
  const [one, other] = [coreOf(a), coreOf(b)];
  return levelsAgree(lettersOf(a), lettersOf(b)) && (isShortFor(one, other) || isShortFor(other, one));
};

/** Which of `names` is meant; a short form counts only where it fits one of them. */
export function unitAmong(name: string, names: readonly string[]): string | undefined {
  if (names.includes(name)) return name;
  const same = names.find((other) => isSameName(other, name));
  if (same !== undefined) return same;
  const fitting = new Set(names.filter((other) => isAbbreviated(other, name)));
  return fitting.size === 1 ? [...fitting][0] : undefined;
}
