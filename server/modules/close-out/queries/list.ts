import { Type } from 'typebox';
import { allowAnyone } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { findProgramme } from '../../programme/module.ts';
import type { CloseOutList, CloseOutMark, CloseOutMarks, CloseOutState } from '../contract.ts';
import { closeOutMarks, waiverOf } from '../marks.ts';
import { mayReadCloseOuts } from '../may.ts';
import { periodsOf } from '../periods.ts';
import { isWaived } from '../states.ts';
import { listItems, listSteps } from '../store.ts';

const nothing = Type.Object({}, { additionalProperties: false });

/** What waits for somebody comes first. */
const order: readonly CloseOutState[] = [
  'applied',
  'waived-applied',
  'waiver-proposed',
  'reopened',
  'returned',
  'withdrawn',
  'approved',
  'waived',
  'open',
];

export const closeOutList = query({
  name: 'close-out.list',
  route: 'GET /api/close-outs',
  input: nothing,
  may: mayReadCloseOuts,
  run: async (_input, { transaction }): Promise<CloseOutList> => {
    const found = await findProgramme(transaction);
    if (!found) throw new Problem('not-found', 'no-programme');
    const { programme } = found;
    const names = new Map(programme.units.map((unit) => [unit.code, unit.name]));
    const items = await listItems(transaction);
    const steps = await listSteps(
      transaction,
      items.map(({ id }) => id),
    );
    const rows = items.map((item) => {
      const own = steps.get(item.id) ?? [];
      const measure = programme.measures.find(({ no }) => no === item.measure);
      return {
        measure: item.measure,
        // A measure that the programme in force no longer has keeps its close-outs, under its number.
        title: measure?.title ?? { zh: `任务 ${item.measure}`, en: `Task ${item.measure}` },
        lead: measure?.lead.map((code) => names.get(code) ?? { zh: code, en: code }) ?? [],
        period: item.period,
        state: item.state,
        grade: item.grade,
        at: own.at(-1)?.at.toISOString() ?? '',
        byName: own.at(-1)?.byName ?? '',
        waiver: waiverOf(item, own),
      };
    });
    return {
      rows: rows.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.at < b.at ? -1 : 1)),
      periods: periodsOf(programme).map(({ name }) => name),
      measures: programme.measures.map(({ no, title }) => ({ no, title })),
    };
  },
});

/** For the ledger and the public pages. */
export const closeOutMarksQuery = query({
  name: 'close-out.list-marks',
  route: 'GET /api/close-outs/marks',
  input: nothing,
  may: allowAnyone,
  run: async (_input, { transaction, actor }): Promise<CloseOutMarks> => {
    const marks = await closeOutMarks(transaction);
    // The public pages ask as Leye itself: names are for those who work here.
    const isInside = actor.kind === 'staff' || actor.kind === 'client';
    return { marks: isInside ? marks : marks.filter(isPublic).map(withoutNames) };
  },
});

const isPublic = ({ state }: CloseOutMark): boolean => state === 'approved' || isWaived(state) || state === 'reopened';
const withoutNames = (mark: CloseOutMark): CloseOutMark => ({
  ...mark,
  waiver: mark.waiver && { ...mark.waiver, proposedBy: '', signedBy: mark.waiver.signedBy === null ? null : '' },
});
