import { type Shown, shownBy } from '../../../shared/shown-by.ts';

/** Who is meant by what was typed or scanned: a card or number, or a number that is looked up in the register. */
export type TypedWho =
  | { readonly is: 'card'; readonly shown: Shown }
  | { readonly is: 'number'; readonly text: string; readonly shown: Shown | undefined }
  | { readonly is: 'fault'; readonly fault: 'empty' | 'prefix' | 'length' | 'unlike'; readonly n: number };

/** An ID number has 18 characters; the old 15 digits go on to the register, which says what has become of them. */
const ID_LENGTHS = [15, 18];

/** What cannot be anybody's is said before anything is asked, by how many characters it has and not as a faulty ID number. */
export function readTyped(typed: string): TypedWho {
  const text = typed.replaceAll(/\s/g, '');
  const shown = shownBy(text);
  if (shown && 'card' in shown.body) return { is: 'card', shown };
  const plain = text.replaceAll(/[-()]/g, '').replace(/^(?:\+86|0086)(?=\d{11}$)/, '');
  const fault = faultOf(plain);
  return fault ? { is: 'fault', fault, n: plain.length } : { is: 'number', text: plain, shown: shownBy(plain) };
}

function faultOf(plain: string): 'empty' | 'prefix' | 'length' | 'unlike' | undefined {
  if (plain === '') return 'empty';
  if (!/^\d+[Xx]?$/.test(plain)) return 'unlike';
  if (/^\d{6,7}$/.test(plain) || ID_LENGTHS.includes(plain.length)) return undefined;
  if (/^\d{11}$/.test(plain)) return /^1[3-9]/.test(plain) ? undefined : 'prefix';
  return 'length';
}
