import { literalOf, type Node, nodesOf, parsed, type Source, sourcesIn } from './source.ts';

/** One thing said in both languages, where it stands; undefined where the text is not written there as a literal. */
interface Pair {
  readonly at: string;
  readonly zh: string | undefined;
  readonly en: string | undefined;
}

/**
 * What is wrong with the wording of the project: every `{zh, en}` and every `said(zh, en)` is complete in both languages, names the
 * same parameters and is written in the language it claims; a problem's code has words; catalogues of one folder have the same keys.
 */
export function catalogueProblems(sources: readonly Source[]): string[] {
  const trees = sources.map((source) => ({ source, nodes: [...nodesOf(parsed(source).program)] }));
  const pairs = trees.flatMap(({ source, nodes }) => nodes.flatMap((node) => pairOf(source, node)));
  const keys = new Set(
    trees.flatMap(({ nodes }) => nodes.flatMap((node) => (node.type === 'Property' ? (nameOf(node) ?? []) : []))),
  );
  const codes = trees
    .filter(({ source }) => source.file.startsWith('server/'))
    .flatMap(({ source, nodes }) => nodes.flatMap((node) => codeOf(source, node)));
  if (pairs.length === 0) return ['no wording was found: nothing was checked'];
  const wordless = codes
    .filter(({ code }) => !keys.has(`problem.${code}`))
    .map(({ at, code }) => `${at}: problem.${code} has no words`);
  return [...pairs.flatMap(pairProblems), ...wordless];
}

export async function checkCatalogues(): Promise<string[]> {
  const sources = await sourcesIn('server', 'web');
  return catalogueProblems(sources.filter(({ file }) => !/\.(test|gen)\.tsx?$/.test(file)));
}

function pairOf(source: Source, node: Node): Pair[] {
  if (
    node.type === 'CallExpression' &&
    isNamed(node.callee, 'said') &&
    Array.isArray(node.arguments) &&
    node.arguments.length === 2
  ) {
    return [{ at: place(source, node), zh: literalOf(node.arguments[0]), en: literalOf(node.arguments[1]) }];
  }
  if (node.type !== 'ObjectExpression' || !Array.isArray(node.properties)) return [];
  const named = new Map(node.properties.map((property: Node) => [nameOf(property), property.value]));
  if (!named.has('zh') && !named.has('en')) return [];
  // A missing half is an empty text; a half that is computed can't be judged here.
  const half = (name: string) => (named.has(name) ? literalOf(named.get(name)) : '\u0000');
  return [{ at: place(source, node), zh: half('zh'), en: half('en') }];
}

function pairProblems({ at, zh, en }: Pair): string[] {
  if (zh === '\u0000' || en === '\u0000') return [`${at}: the ${zh === '\u0000' ? 'Chinese' : 'English'} is missing`];
  if (zh === '' && en === '') return []; // nothing is said in either: a form's blank
  if (zh === '' || en === '') return [`${at}: the ${zh === '' ? 'Chinese' : 'English'} is missing`];
  if (zh === undefined || en === undefined) return [];
  const problems: string[] = [];
  if (parametersOf(zh) !== parametersOf(en)) problems.push(`${at}: the parameters differ: “${zh}” and “${en}”`);
  if (!isChinese(zh) && zh !== en && !/\p{Script=Han}/u.test(en)) problems.push(`${at}: “${zh}” is not Chinese`);
  return problems;
}

function codeOf(source: Source, node: Node): { at: string; code: string }[] {
  if (node.type !== 'NewExpression' || !isNamed(node.callee, 'Problem') || !Array.isArray(node.arguments)) return [];
  const code = literalOf(node.arguments[1]);
  return code === undefined ? [] : [{ at: place(source, node), code }];
}

/** Chinese, or at least nothing else: parameters, signs, a language tag. (A switch of languages says `English` to Chinese readers: en is Chinese then.) */
const isChinese = (text: string): boolean => {
  const own = text.replace(/\{\w+\}/g, '');
  return /\p{Script=Han}/u.test(own) || !/[A-Za-z]{2}/.test(own) || /^[a-z]{2}-[A-Z]{2}$/.test(own);
};

/** `{columnsEn}` is the English of `{columns}`. */
const parametersOf = (text: string): string =>
  [...new Set([...text.matchAll(/\{(\w+?)(?:En)?\}/g)].map(([, name]) => name))].toSorted().join(' ');

const isNamed = (node: unknown, name: string): boolean =>
  typeof node === 'object' && node !== null && Reflect.get(node, 'name') === name;

function nameOf(property: Node): string | undefined {
  const key = property.key;
  if (typeof key !== 'object' || key === null) return undefined;
  const name = Reflect.get(key, 'name');
  return typeof name === 'string' ? name : literalOf(key);
}

const place = ({ file, text }: Source, node: Node): string => `${file}:${text.slice(0, node.start).split('\n').length}`;
