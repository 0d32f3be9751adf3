import { Type } from 'typebox';
import { system } from '../../kernel/actor/actor.ts';
import { allowSystem } from '../../kernel/actor/permission.ts';
import { command } from '../../kernel/command/command.ts';
import { query, type Reading } from '../../kernel/command/query.ts';
import { ask, execute, type Kernel } from '../../kernel/command/run.ts';
import { lockKeys } from '../../kernel/database/lock.ts';
import type { Light } from '../../kernel/figure/light.ts';
import { tellTimeline } from '../../kernel/timeline/tell.ts';
import { type LitDay, readLights } from './read.ts';
import { type Change, readNow, writeChanges } from './store.ts';
import { lightNames } from './words.ts';

type Changed = { readonly day: LitDay | undefined; readonly changes: readonly Change[]; readonly gone: readonly string[] };

/** What shines otherwise than it was last recorded: another light, or the same for another reason. */
async function changedSince(reading: Reading): Promise<Changed> {
  const day = await readLights(reading);
  if (!day) return { day, changes: [], gone: [] };
  const now = await readNow(reading.transaction);
  const lit: readonly Omit<Change, 'before'>[] = [
    ...day.parts,
    ...[...day.measures, ...day.units].flatMap(({ subject, worst }) =>
      worst ? [{ ...worst, subject, part: worst.subject }] : [],
    ),
  ];
  const subjects = new Set(lit.map(({ subject }) => subject));
  return {
    day,
    changes: lit.flatMap(({ subject, light, why, part }) => {
      const before = now.get(subject);
      return before?.light === light && before.reason === why.reason
        ? []
        : [{ subject, light, before: before?.light ?? null, why, ...(part ? { part } : {}) }];
    }),
    gone: [...now.keys()].filter((subject) => !subjects.has(subject)),
  };
}

/** Asked first, so that facts which change no light write nothing. */
const isChanged = query({
  name: 'lights.is-changed',
  input: Type.Object({}),
  may: allowSystem,
  run: async (_input, reading) => {
    const { changes, gone } = await changedSince(reading);
    return changes.length > 0 || gone.length > 0;
  },
});

/** Records the lights that changed, with the numbers behind them; the timeline tells of figures, milestones and service levels. */
export const relight = command({
  name: 'lights.relight',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowSystem,
  run: async (_input, work) => {
    const { transaction, now: at, today, newId } = work;
    // Two servers, or a server and the daily job, may come at once.
    await lockKeys(transaction, 'lights', ['']);
    const { day, changes, gone } = await changedSince(work);
    if (changes.length > 0 || gone.length > 0) await writeChanges(transaction, changes, gone, { at, day: today, newId });
    const parts = new Map((day?.parts ?? []).map((part) => [part.subject, part]));
    await tellTimeline(
      work,
      changes.flatMap(({ subject, light, before }) => {
        const part = parts.get(subject);
        if (!part || before === light || subject.startsWith('notice:') || subject.startsWith('plan:')) return [];
        const params = {
          title: part.title,
          light: lightNames[light],
          ...(before ? { before: lightNames[before as Light] } : {}), // reason: readNow reads what was written here
        };
        const about = subject as `figure:${string}`; // reason: what is left is a figure, milestone or service level, all of them subjects of the timeline
        return [{ measure: part.measure, code: before ? 'light' : 'light-first', params, subject: about }];
      }),
    );
    return { changes: changes.length };
  },
  audit: (_input, answer) => answer,
});

/** Computes every light of a district and records what changed. Answers whether anything did. */
export async function relightDistrict(kernel: Kernel, district: string): Promise<boolean> {
  const call = { district, actor: system('lights') };
  if (!(await ask(kernel, isChanged, {}, call))) return false;
  await execute(kernel, relight, {}, call);
  return true;
}
