import { Document, isCollection, isNode, isScalar, Scalar, visit } from 'yaml';
import { inWords } from '../wording.ts';
import type { DraftContent, Finding } from './contract.ts';
import { itemsOf, programmeOf } from './programme-of.ts';

/** A value that nobody has promised yet is typed for so long before it lapses: a little more than a quarter. */
const LAPSES_AFTER_DAYS = 100;

/**
 * A draft as a programme.yaml to be finished by hand: every doubt and every empty text carries a `# confirm` comment that says what to
 * do, and figures that no record fits are typed for now. The check passes once the empty texts are filled in.
 */
export function draftYaml(content: DraftContent, source: string): string {
  const programme = programmeOf(content);
  const typed = { rule: 'typed', lapsesAfterDays: LAPSES_AFTER_DAYS } as const;
  const measures = programme.measures.map((measure) => ({
    ...measure,
    figures: measure.figures.map((figure) => ({ ...figure, count: figure.count ?? typed })),
  }));
  const document = new Document({ ...programme, measures });
  const doubts = itemsOf(content).flatMap(({ path, doubts: found }) =>
    found.map(({ at, code, params }) => inWords({ level: 'doubt', path: `${path}${at}`, code, params })),
  );
  for (const doubt of doubts) comment(document, doubt);
  visit(document, {
    Scalar(key, node) {
      if (node.value === '' && key !== 'key') node.comment = ' confirm: fill in 请填写';
      else if (typeof node.value === 'string' && key !== 'key') node.type = Scalar.QUOTE_DOUBLE;
    },
    Seq(_, node) {
      if (!node.commentBefore && node.items.every((item) => isScalar(item) && !item.comment)) node.flow = true;
    },
    Map(_, node) {
      // Short groups stand on one line, as in programme/tongzhou; an unfinished one keeps its lines for its comments.
      const isShort = node.items.every(({ value }) => isScalar(value) && !value.comment && value.value !== '');
      if (isShort && node.items.length <= 5 && !node.comment) node.flow = true;
    },
  });
  document.commentBefore = [
    ` Drafted from ${source}. Finish every line marked "# confirm", then:`,
    ' npm run leye -- programme check THIS-FILE',
    ' 由政策文件起草。请逐条处理标有 “# confirm” 的行，再运行上面的检查。',
  ].join('\n');
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Puts a doubt where it belongs, or on the nearest thing around it that can carry a comment. */
function comment(document: Document, { path, said }: Finding): void {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  for (let depth = steps.length; depth >= 0; depth -= 1) {
    const found: unknown = depth === 0 ? document.contents : document.getIn(steps.slice(0, depth), true);
    if (!isNode(found)) continue;
    const text = ` confirm: ${said.en} ${said.zh}`.replace(/\s+/g, ' ');
    if (isCollection(found)) found.commentBefore = found.commentBefore ? `${found.commentBefore}\n${text}` : text;
    else if (isScalar(found)) found.comment = found.comment ? `${found.comment};${text}` : text;
    return;
  }
}
