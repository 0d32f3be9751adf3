import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { Known } from '../../../kernel/figure/recount.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { figureParts, ledgerOf } from '../../figures/module.ts';
import type { Snapshot, Verification, VerifiedNumber } from '../contract.ts';
import { basisOf } from '../freeze/basis.ts';
import { earlierFigures } from '../freeze/before.ts';
import { changesSince } from '../freeze/choose.ts';
import { frozenContext, frozenKinds, frozenTyped } from '../freeze/frozen.ts';
import { factGround } from '../freeze/grounds.ts';
import { numbersOf } from '../freeze/numbers.ts';
import { digestOf } from '../freeze/seal.ts';
import { recountSections } from '../freeze/sections.ts';
import { frozenOf, readableBulletin } from '../hold.ts';
import { mayRead } from '../may.ts';
import { readKnown } from '../store.ts';
import { tokensOf } from '../text/tokens.ts';
import { compareNumbers, numbersIn } from '../verify/numbers-in.ts';

/** Every number of a bulletin, counted again from the facts as they were known at its moment: never from what was added up. */
export const verificationQuery = query({
  name: 'bulletins.verify',
  route: 'GET /api/bulletins/:bulletin/verification',
  input: Type.Object({ bulletin: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  may: mayRead,
  run: async ({ bulletin }, reading): Promise<Verification> => {
    const { transaction, actor } = reading;
    const found = await readableBulletin(transaction, bulletin, actor);
    const frozen = await frozenOf(transaction, found);
    const known = await readKnown(transaction, frozen.id);
    if (!known) throw new Problem('not-found', 'no-bulletin');
    const began = performance.now();
    const sections = await recountSections(reading, frozen.snapshot, known);
    const rows = [...(await recount(reading, frozen.snapshot, known)), ...sections.rows];
    return {
      isWhole: frozen.isWhole && digestOf(known.also) === frozen.snapshot.known.sha256,
      numbers: rows.length,
      equal: rows.filter(({ isEqual }) => isEqual).length,
      rows,
      notRecounted: [...sections.notRecounted, ...(frozen.snapshot.parts.length > 0 ? [lightsBeside] : [])],
      milliseconds: Math.round(performance.now() - began),
    };
  },
});

/** The tokens of the overview that count lights. */
const COUNT = /^(?:count|measures|figures|behind|moved)\.[a-z-]+$/;
const lightsBeside = said(
  '节点、服务水平和督办通知的亮灯（任务亮灯按冻结时的这些亮灯重算）',
  'The lights of milestones, service levels and notices (lights of tasks were reckoned again with them as they were frozen)',
);

export async function recount(
  { transaction }: Pick<Reading, 'transaction'>,
  snapshot: Snapshot,
  known: Known,
): Promise<VerifiedNumber[]> {
  const context = frozenContext(snapshot);
  const kinds = frozenKinds(snapshot);
  const ground = await factGround(transaction, context, kinds, frozenTyped(snapshot), snapshot.span, known);
  const earlier = await earlierFigures(transaction, snapshot);
  const figures = changesSince(numbersOf(ground, context, kinds, snapshot.span), earlier);
  const counted = new Map(figures.map((figure) => [figure.code, figure]));
  const ledger = ledgerOf(figures, context, [...figureParts(context, figures), ...snapshot.parts]);
  const lights = (measures: readonly { no: number; light: string }[]) =>
    new Map(measures.map(({ no, light }) => [`measure-light ${no}`, light]));
  // Only what this bulletin says: tokens that came later are none of its numbers.
  const countTokens = Object.keys(snapshot.tokens).filter((name) => COUNT.test(name));
  const counts = (tokens: Snapshot['tokens']) =>
    new Map(countTokens.map((name) => [`count {${name}}`, tokens[name]?.zh ?? null]));
  const sums = (basis: Snapshot['basis']) =>
    new Map(
      basis.map(([kind, variant, month, quantity, facts]) => [`basis ${kind}/${variant}/${month}`, `${quantity} / ${facts}`]),
    );
  return [
    ...snapshot.figures.flatMap((figure) => {
      const again = counted.get(figure.code);
      return compareNumbers(figure.code, numbersIn(figure), again ? numbersIn(again) : new Map());
    }),
    ...compareNumbers('', lights(snapshot.measures), lights(ledger.measures)),
    ...compareNumbers('', counts(snapshot.tokens), counts(tokensOf({ ...snapshot, figures, ...ledger }))),
    ...compareNumbers('', sums(snapshot.basis), sums(basisOf(ground.cells))),
  ];
}
