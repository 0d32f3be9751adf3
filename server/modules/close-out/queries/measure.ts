import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { decide } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { listEvidence } from '../../evidence/module.ts';
import { scopeOfMeasure } from '../../plans/module.ts';
import { findProgramme } from '../../programme/module.ts';
import type { CloseOutEvent, MeasureCloseOuts, Period } from '../contract.ts';
import { figureRules } from '../figure-rules.ts';
import { judge, shown } from '../judge.ts';
import { mayApply, mayDecide, mayReadCloseOuts, maySign } from '../may.ts';
import { periodsOf } from '../periods.ts';
import { gradeRules } from '../rules.ts';
import { transitions } from '../states.ts';
import { type Item, listItems, listSteps } from '../store.ts';
import { itemOf } from './shown.ts';

/** A measure's close-outs, period by period: where each stands, what is missing now, what the person asking may do, and the rules. */
export const measureCloseOuts = query({
  name: 'close-out.get-measure',
  route: 'GET /api/measures/:measure/close-outs',
  input: Type.Object({ measure: Type.Integer({ minimum: 1, maximum: 1000 }) }, { additionalProperties: false }),
  may: mayReadCloseOuts,
  run: async ({ measure: no }, reading): Promise<MeasureCloseOuts> => {
    const { transaction, today, actor } = reading;
    const found = await findProgramme(transaction);
    if (!found) throw new Problem('not-found', 'no-programme');
    const measure = found.programme.measures.find((one) => one.no === no);
    if (!measure) throw new Problem('not-found', 'no-measure', { no });
    const items = await listItems(transaction, { measure: no });
    const steps = await listSteps(
      transaction,
      items.map(({ id }) => id),
    );
    const places = [...steps.values()].flat().map(({ id }) => `close-out:${id}`);
    const units = new Map(found.programme.units.map(({ code, name }) => [code, name]));
    const known = { units, evidence: await listEvidence(transaction, places) };
    const periods = periodsOf(found.programme);
    const itemFor = ({ name }: Period) => items.find(({ period }) => period === name);
    const open = periods.filter((period) => period.from <= today && itemFor(period)?.state !== 'approved');
    const evaluations = new Map(
      (await judge(reading, no, open)).map(({ evaluation }) => [evaluation.period.name, shown(evaluation)] as const),
    );
    const roles = await rolesHere(reading, no);
    return {
      measure: no,
      title: measure.title,
      today,
      periods: periods.map((period) => {
        const item = itemFor(period);
        const evaluation = evaluations.get(period.name) ?? null;
        return {
          period,
          hasBegun: period.from <= today,
          item: itemOf(no, period.name, item, item ? (steps.get(item.id) ?? []) : [], known),
          evaluation,
          may: eventsFor(roles, item).filter((event) => {
            const isShort = evaluation?.isShort === true;
            return event === 'propose-waiver' ? isShort && today > period.to : event !== 'sign-waiver' || isShort;
          }),
          isOwn: isOwn(item, actorKey(actor)),
        };
      }),
      rules: { figures: figureRules, grades: gradeRules },
    };
  },
});

type Roles = { readonly applies: boolean; readonly decides: boolean; readonly signs: boolean };

async function rolesHere(reading: Reading, measure: number): Promise<Roles> {
  const { actor } = reading;
  const scope = await scopeOfMeasure({ measure }, reading);
  return {
    applies: decide(mayApply, actor, scope) === 'allowed',
    decides: decide(mayDecide, actor) === 'allowed',
    signs: decide(maySign, actor) === 'allowed',
  };
}

const whose: Readonly<Record<CloseOutEvent, keyof Roles | undefined>> = {
  apply: 'applies',
  withdraw: 'applies',
  approve: 'decides',
  return: 'decides',
  'propose-waiver': 'decides',
  'sign-waiver': 'signs',
  'decline-waiver': 'signs',
  reopen: undefined,
};

function eventsFor(roles: Roles, item: Item | undefined): CloseOutEvent[] {
  const possible = Object.keys(transitions[item?.state ?? 'open']) as CloseOutEvent[]; // reason: the table's own keys
  return possible.filter((event) => {
    const role = whose[event];
    return role !== undefined && roles[role];
  });
}

/** What waits for a decision is this person's own: somebody else has to take it. */
function isOwn(item: Item | undefined, self: string): boolean {
  if (item?.state === 'applied' || item?.state === 'waived-applied') return item.appliedBy === self;
  return item?.state === 'waiver-proposed' && (item.proposedBy === self || item.appliedBy === self);
}
