/**
 * Word draws the numbers of automatic lists itself; they are not in the text. This works them out from numbering.xml and
 * styles.xml (ECMA-376 part 1, 17.9), so that 一、 and （一） are read like typed ones.
 */
import type { Document, Element } from '@xmldom/xmldom';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `（%1）`, `%1.%2` */
  readonly text: string;
}

interface List {
  /** Lists of the same abstract numbering count on together. */
  readonly counter: string;
  readonly levels: ReadonlyMap<number, Level>;
}

export interface Numberer {
  /** The number that Word draws before this paragraph, empty when it draws none. Call it in the order of the document. */
  readonly next: (paragraph: Element) => string;
}

/** `numbering` and `styles` are the parts of the file of these names, when it has them. */
export function wordNumberer(numbering: Document | undefined, styles: Document | undefined): Numberer {
  const lists = listsOf(numbering);
  const byStyle = numbersOfStyles(styles);
  const counts = new Map<string, number[]>();
  return {
    next(paragraph) {
      const properties = child(paragraph, 'pPr');
      const style = value(child(properties, 'pStyle'));
      const own = numberOf(properties);
      const inherited = style === undefined ? undefined : byStyle.get(style);
      const list = lists.get(own?.list ?? inherited?.list ?? '');
      const depth = own?.level ?? inherited?.level ?? 0;
      if (!list || own?.list === '0') return '';
      const level = list.levels.get(depth);
      if (!level) return '';
      const running = counts.get(list.counter) ?? [];
      running[depth] = (running[depth] ?? level.start - 1) + 1;
      running.length = depth + 1;
      counts.set(list.counter, running);
      return level.text.replace(/%([1-9])/g, (_, place: string) => {
        const at = Number(place) - 1;
        const other = list.levels.get(at);
        return drawn(running[at] ?? other?.start ?? 1, other?.format ?? 'decimal');
      });
    },
  };
}

function listsOf(numbering: Document | undefined): Map<string, List> {
  const abstract = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  if (!numbering) return lists;
  for (const element of all(numbering, 'abstractNum')) {
    abstract.set(
      attribute(element, 'abstractNumId') ?? '',
      new Map(children(element, 'lvl').map((level) => [depthOf(level), levelOf(level)])),
    );
  }
  for (const element of all(numbering, 'num')) {
    const id = attribute(element, 'numId') ?? '';
    const base = value(child(element, 'abstractNumId')) ?? '';
    const overrides = children(element, 'lvlOverride');
    const levels = new Map(abstract.get(base));
    for (const override of overrides) {
      const depth = depthOf(override);
      const replaced = child(override, 'lvl');
      const start = value(child(override, 'startOverride'));
      const level = replaced ? levelOf(replaced) : levels.get(depth);
      if (level) levels.set(depth, start === undefined ? level : { ...level, start: Number(start) });
    }
    lists.set(id, { counter: overrides.length > 0 ? `num ${id}` : `abstract ${base}`, levels });
  }
  return lists;
}

const depthOf = (element: Element): number => Number(attribute(element, 'ilvl') ?? 0);

const levelOf = (element: Element): Level => ({
  start: Number(value(child(element, 'start')) ?? 1),
  format: value(child(element, 'numFmt')) ?? 'decimal',
  text: value(child(element, 'lvlText')) ?? '',
});

interface NumberReference {
  readonly list: string | undefined;
  readonly level: number | undefined;
}

function numberOf(properties: Element | undefined): NumberReference | undefined {
  const element = child(properties, 'numPr');
  const level = value(child(element, 'ilvl'));
  return element && { list: value(child(element, 'numId')), level: level === undefined ? undefined : Number(level) };
}

/** Numbers that come with a paragraph style, through the styles it is based on. */
function numbersOfStyles(styles: Document | undefined): Map<string, NumberReference> {
  const found = new Map<string, NumberReference>();
  if (!styles) return found;
  const byId = new Map(all(styles, 'style').map((style) => [attribute(style, 'styleId') ?? '', style]));
  for (const id of byId.keys()) {
    let style = byId.get(id);
    for (let hops = 0; style && hops < 12; hops++) {
      const number = numberOf(child(style, 'pPr'));
      if (number) {
        found.set(id, number);
        break;
      }
      style = byId.get(value(child(style, 'basedOn')) ?? '');
    }
  }
  return found;
}

const CHINESE_DIGITS = '零一二三四五六七八九';
const CHINESE_FORMATS =
  /^(?:chinese|japanese|taiwanese|ideograph)(?:Counting|CountingThousand|LegalSimplified|Digital|Enclosed.*)?$/;

/** A number in one of Word's formats; a bullet draws nothing that could be read as a number. */
function drawn(number: number, format: string): string {
  if (format === 'none' || format === 'bullet') return '';
  if (format.startsWith('decimalEnclosedCircle')) return number <= 20 ? String.fromCharCode(0x2460 + number - 1) : String(number);
  if (format === 'lowerLetter') return String.fromCharCode(96 + ((number - 1) % 26) + 1);
  if (format === 'upperLetter') return String.fromCharCode(64 + ((number - 1) % 26) + 1);
  return CHINESE_FORMATS.test(format) ? chinese(number) : String(number);
}

function chinese(number: number): string {
  if (number >= 100) return [...String(number)].map((digit) => CHINESE_DIGITS[Number(digit)]).join('');
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const high = tens === 0 ? '' : `${tens === 1 ? '' : CHINESE_DIGITS[tens]}十`;
  return `${high}${ones === 0 && tens > 0 ? '' : CHINESE_DIGITS[ones]}`;
}

const localName = (element: Element): string => element.localName ?? element.nodeName;
const children = (parent: Element | undefined, name: string): Element[] =>
  parent
    ? [...parent.childNodes].filter((node): node is Element => node.nodeType === 1 && localName(node as Element) === name)
    : []; // as: node type 1 is an element
const child = (parent: Element | undefined, name: string): Element | undefined => children(parent, name)[0];
const all = (document: Document, name: string): Element[] => [...document.getElementsByTagNameNS('*', name)];
const attribute = (element: Element, name: string): string | undefined =>
  element.getAttribute(`w:${name}`) || element.getAttribute(name) || undefined;
const value = (element: Element | undefined): string | undefined => element && attribute(element, 'val');
