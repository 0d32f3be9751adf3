import { grantsOf } from '../../kernel/actor/actor.ts';
import { decide } from '../../kernel/actor/permission.ts';
import type { Reading } from '../../kernel/command/query.ts';
import type { Task } from '../../kernel/module.ts';
import { findProgramme } from '../programme/module.ts';
import type { CloseOutState } from './contract.ts';
import { mayDecide, maySign } from './may.ts';
import { type Item, listItems } from './store.ts';
import { periodWords } from './words.ts';

/** The office: applications that wait, and what was reopened. The lead unit: what came back. A leader: waivers to sign. */
export async function closeOutTasks(reading: Reading): Promise<Task[]> {
  const { transaction, actor } = reading;
  const units = new Set(grantsOf(actor).flatMap(({ role, unit }) => (role === 'liaison' && unit ? [unit] : [])));
  const decides = decide(mayDecide, actor) === 'allowed';
  const signs = decide(maySign, actor) === 'allowed';
  if (!decides && !signs && units.size === 0) return [];
  const items = await listItems(transaction);
  if (items.length === 0) return [];
  const measures = new Map((await findProgramme(transaction))?.programme.measures.map((measure) => [measure.no, measure]));
  return items.flatMap((item): Task[] => {
    const measure = measures.get(item.measure);
    if (!measure) return [];
    const period = periodWords(item.period);
    const params = { zh: `${measure.title.zh}（${period.zh}）`, en: `${measure.title.en} (${period.en})` };
    const leads = measure.lead.some((unit) => units.has(unit));
    return codesFor(item, { decides, signs, leads }).map((code) => ({
      code,
      params,
      link: `/measures/${item.measure}?period=${item.period}`,
      urgency: 1,
    }));
  });
}

function codesFor({ state }: Pick<Item, 'state'>, who: { decides: boolean; signs: boolean; leads: boolean }): string[] {
  const codes: Partial<Record<CloseOutState, readonly [boolean, string]>> = {
    applied: [who.decides, 'close-out-waits'],
    'waived-applied': [who.decides, 'close-out-waits'],
    reopened: [who.decides || who.leads, 'close-out-reopened'],
    returned: [who.leads, 'close-out-returned'],
    'waiver-proposed': [who.signs, 'close-out-sign'],
  };
  const [isMine, code] = codes[state] ?? [false, ''];
  return isMine ? [code] : [];
}
