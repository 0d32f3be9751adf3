import { Type } from 'typebox';
import { openWholeHouse } from '../../../tests/house.ts';
import { staff } from '../../../tests/kernel.ts';
import type { Actor, StaffActor } from '../../kernel/actor/actor.ts';
import { allow } from '../../kernel/actor/permission.ts';
import { clockAt } from '../../kernel/clock.ts';
import { command } from '../../kernel/command/command.ts';
import { ask, execute, type Kernel } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { foldFacts } from '../../kernel/fact/fold.ts';
import { applyCloseOut, withdrawCloseOut } from './commands/apply.ts';
import { approveCloseOut, returnCloseOut } from './commands/decide.ts';
import { declineWaiver, proposeWaiver, signWaiver } from './commands/waiver.ts';
import type { CloseOutItem } from './contract.ts';
import { measureCloseOuts } from './queries/measure.ts';
import { verifyCloseOut } from './queries/verify.ts';

const named = (id: string, name: string, ...grants: Parameters<typeof staff>): StaffActor =>
  ({ ...staff(...grants), id, name }) as StaffActor; // reason: only the two fields of a staff member are put in

export const people = {
  liaison: named('liaison', '吴桐', { role: 'liaison', unit: 'state-assets' }),
  other: named('other', '郑川', { role: 'liaison', unit: 'commerce' }),
  office: named('office', '周岚', { role: 'programme-office' }),
  leader: named('leader', '沈远', { role: 'leader' }),
  /** Applies in the morning, sits in the office in the afternoon. */
  both: named('both', '何苗', { role: 'liaison', unit: 'state-assets' }, { role: 'programme-office' }, { role: 'leader' }),
  evaluator: named('evaluator', '陆衡', { role: 'evaluator' }),
} as const;

/** Work as it is recorded, without the columns of its record: `quantity` of a kind on a day. */
const count = command({
  name: 'test.count',
  input: Type.Object({ kind: Type.String(), day: Type.String(), quantity: Type.Number(), record: Type.String() }),
  may: allow({ 'programme-office': 'district' }),
  run: async ({ kind, day, quantity, record }, { facts, kinds }) => {
    const known = kinds.get(kind);
    if (!known) throw new Error(`no kind ${kind}`);
    const of = known.counts === 'once' ? { of: [record] } : {};
    facts.count(known, { day, quantity, unit: 'state-assets', record: { type: 'test', id: record }, ...of });
  },
});
const takeBack = command({
  name: 'test.take-back',
  input: Type.Object({ record: Type.String() }),
  may: allow({ 'programme-office': 'district' }),
  run: async ({ record }, { facts }) => facts.reverse([record]),
});

/** The whole house with a clock that the test moves. Measure 4 (30,000 m² of space by 2027, led by state-assets) serves as example. */
export async function closeOutTest(today: string) {
  const house = await openWholeHouse();
  const clock = clockAt(new Date(`${today}T02:00:00Z`));
  const sent: string[] = [];
  const kernel: Kernel = {
    ...house.kernel,
    clock,
    jobsIn: () => ({ send: async (name) => void sent.push(name) }),
  };
  const { district } = house;
  const call = (actor: Actor) => ({ district, actor });
  const tick = () => clock.moveTo(new Date(clock.now().getTime() + 60_000));
  const panel = (measure: number, actor: Actor = people.evaluator) => ask(kernel, measureCloseOuts, { measure }, call(actor));
  const item = async (measure: number, period: string): Promise<CloseOutItem> => {
    const found = (await panel(measure)).periods.find((one) => one.period.name === period);
    if (!found) throw new Error(`no period ${period}`);
    return found.item;
  };
  /** Names what a person on the page sees. */
  const seen = async (measure: number, period: string) => (await item(measure, period)).step ?? '';
  const doing = { tick, sent, clock, kernel, district, house, panel, item };
  return {
    ...doing,
    count: async (kind: string, day: string, quantity: number) => {
      const record = clock.newId();
      await execute(kernel, count, { kind, day, quantity, record }, call(people.office));
      await foldFacts(kernel.database, district);
      return record;
    },
    takeBack: (record: string) => execute(kernel, takeBack, { record }, call(people.office)),
    apply: async (measure: number, period: string, actor: Actor = people.liaison, more: object = {}) => {
      tick();
      return execute(kernel, applyCloseOut, { measure, period, ...more }, call(actor));
    },
    withdraw: async (measure: number, period: string, actor: Actor = people.liaison) => {
      tick();
      return execute(kernel, withdrawCloseOut, { measure, period, seen: await seen(measure, period) }, call(actor));
    },
    approve: async (measure: number, period: string, actor: Actor = people.office, of?: string) => {
      tick();
      return execute(kernel, approveCloseOut, { measure, period, seen: of ?? (await seen(measure, period)) }, call(actor));
    },
    giveBack: async (measure: number, period: string, reason: string, actor: Actor = people.office) => {
      tick();
      return execute(kernel, returnCloseOut, { measure, period, seen: await seen(measure, period), reason }, call(actor));
    },
    propose: async (measure: number, period: string, reason: string, actor: Actor = people.office) => {
      tick();
      return execute(kernel, proposeWaiver, { measure, period, reason }, call(actor));
    },
    sign: async (measure: number, period: string, actor: Actor = people.leader, reason = '情况属实，同意。') => {
      tick();
      return execute(kernel, signWaiver, { measure, period, seen: await seen(measure, period), reason }, call(actor));
    },
    decline: async (measure: number, period: string, reason: string, actor: Actor = people.leader) => {
      tick();
      return execute(kernel, declineWaiver, { measure, period, seen: await seen(measure, period), reason }, call(actor));
    },
    verify: (measure: number, period: string) => ask(kernel, verifyCloseOut, { measure, period }, call(people.evaluator)),
    rows: async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
      (await inDistrict(kernel.database, district, ({ client }) => client.query<T & Record<string, unknown>>(text, values)))
        .rows as T[], // reason: the test's own query
    close: () => house.close(),
  };
}
