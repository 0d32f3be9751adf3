import { decide } from '../../kernel/actor/permission.ts';
import type { Reading } from '../../kernel/command/query.ts';
import type { Duty } from '../../kernel/module.ts';
import { findProgramme } from '../programme/module.ts';
import type { CloseOutState } from './contract.ts';
import { mayReadCloseOuts } from './may.ts';
import { periodsOf } from './periods.ts';
import { listItems } from './store.ts';

/** Nothing was asked for, or it was taken back: what is over is still to be closed out. */
const unasked: readonly CloseOutState[] = ['open', 'withdrawn'];

/** The close-outs of the measures that a unit leads: whatever was begun, and periods that are over and were never applied for. */
export async function closeOutDuties({ transaction, actor, today }: Reading, unit: string): Promise<Duty[]> {
  const found = await findProgramme(transaction);
  if (!found || decide(mayReadCloseOuts, actor) !== 'allowed') return [];
  const items = await listItems(transaction);
  const led = found.programme.measures.filter(({ lead }) => lead.includes(unit));
  return led.flatMap(({ no, title }) =>
    periodsOf(found.programme).flatMap(({ name, to }): Duty[] => {
      const item = items.find(({ measure, period }) => measure === no && period === name);
      const state = item?.state ?? 'open';
      if (unasked.includes(state) && to >= today) return [];
      const params = { no, ...title, period: name, state, ...(item?.grade ? { grade: item.grade } : {}) };
      return [{ about: 'close-out', code: 'close-out', params, link: `/measures/${no}?period=${name}#close-out` }];
    }),
  );
}
