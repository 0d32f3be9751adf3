import { createHash } from 'node:crypto';
import type { TSchema } from 'typebox';
import type { Actor } from '../../../kernel/actor/actor.ts';
import { clockAt } from '../../../kernel/clock.ts';
import type { Command } from '../../../kernel/command/command.ts';
import { ask, execute, type Kernel } from '../../../kernel/command/run.ts';
import { addDays, type Day } from '../../../kernel/term/day.ts';
import {
  acceptOffer,
  boardQuery,
  checkInAtCounter,
  confirmAttendance,
  confirmWage,
  declineOffer,
  orderQuery,
  payWages,
  postOrders,
  rateEmployer,
  recordInsurance,
  recordService,
  runBatch,
  workerDayQuery,
} from '../../gigs/module.ts';
import { type Chance, chanceOf } from '../story/world.ts';
import { asEmployer, asResident, counterActor, type MarketStation, type People, settlePeople } from './people.ts';
import { ordersOf } from './work.ts';

export type MarketStory = {
  readonly district: string;
  /** Of the market, and of a small station elsewhere. */
  readonly towns: readonly [string, string];
  readonly to: Day;
  readonly seed: number;
  /** How many mornings are told; the last is today's, in which people still wait for whoever looks. */
  readonly mornings?: number;
  readonly signal?: AbortSignal;
};

const MORNINGS = 7;

/**
 * A gig market in its first mornings: people join, employers order, dawn after dawn is matched, worked and paid, through the commands that
 * people use and on a clock that lives with them. Each step has its key, so a telling that was cut off goes on where it stopped.
 */
export async function tellMarket(kernel: Kernel, story: MarketStory): Promise<void> {
  const chance = chanceOf(story.seed);
  const mornings = story.mornings ?? MORNINGS;
  const first = addDays(story.to, 1 - mornings);
  const people = await settlePeople(at(kernel, addDays(first, -3), '10:00'), story, chance);
  for (let morning = 0; morning < mornings; morning += 1) {
    if (story.signal?.aborted) return;
    const day = addDays(first, morning);
    await tellMorning(lifeOf(kernel, story, people, day), day === story.to);
  }
}

/** One day of the story: its people, its times that have come, what is done in it once, and its chances. */
type Life = {
  readonly story: MarketStory;
  readonly people: People;
  readonly day: Day;
  /** The kernel at a Beijing time of the day; undefined where that is still to come. */
  readonly lived: (time: string) => Kernel | undefined;
  readonly evenings: Kernel;
  readonly run: <S extends TSchema, Answer>(
    lived: Kernel,
    command: Command<S, Answer>,
    input: unknown,
    actor: Actor,
    key: string,
  ) => Promise<Answer>;
  /** Each decision has a chance of its own, so that a telling that goes on decides as it did before. */
  readonly chance: (of: string) => Chance;
};

function lifeOf(kernel: Kernel, story: MarketStory, people: People, day: Day): Life {
  const now = kernel.clock.now();
  return {
    story,
    people,
    day,
    evenings: at(kernel, addDays(day, -1), '18:30'),
    lived: (time) => {
      const its = at(kernel, day, time);
      return its.clock.now() < now ? its : undefined;
    },
    run: (its, command, input, actor, key) =>
      execute(its, command, input, { district: story.district, actor, key: `market-${day}-${key}` }),
    chance: (of) => chanceOf(createHash('sha256').update(`${story.seed} ${day} ${of}`).digest().readInt32BE()),
  };
}

async function tellMorning(life: Life, isToday: boolean): Promise<void> {
  const { story, people, day, lived } = life;
  const posted = await postOrdersOf(life);
  const stays = new Map<MarketStation, readonly string[]>();
  let isOver = true;
  for (const station of people.stations) {
    const here = whoComesTo(station, life);
    stays.set(station, here);
    if (!(await tellDawn(life, station, here, isToday))) isOver = false;
  }
  const desk = lived('06:00');
  if (!desk || !isOver) return;
  for (const [station, here] of stays) await tellDesks(life, desk, station, here);
  // On the evening before whoever looks: one wage is argued about. Never one of the employer that people try: who owes wages cannot order.
  const isYesterday = day === addDays(story.to, -1);
  const argued = isYesterday ? [...posted].find(([, employer]) => employer !== people.employers[0]?.id)?.[0] : undefined;
  for (const [order, employer] of posted) await tellShift(life, order, employer, order === argued);
}

/** Three in four come, and one in five of these to the small station, another one every morning. */
const whoComesTo = ({ id }: MarketStation, { people: { workers, stations }, chance }: Life): string[] =>
  workers.filter((worker) => {
    const comes = chance(`here ${worker}`).isTrue(0.75);
    return comes && stations[chance(`station ${worker}`).isTrue(0.8) ? 0 : 1].id === id;
  });

/** A line and two rounds; today's second is left to whoever looks. Whether the dawn is over. */
async function tellDawn(life: Life, station: MarketStation, here: readonly string[], isToday: boolean): Promise<boolean> {
  const { story, lived, run } = life;
  const dawn = lived('04:50');
  if (!dawn) return false;
  const counter = counterActor(station.town);
  for (const worker of here) await run(dawn, checkInAtCounter, { station: station.id, worker }, counter, `in-${worker}`);
  for (const [before, time] of ['05:10', '05:20'].entries()) {
    const round = lived(time);
    if (!round) return false;
    // A telling that goes on does not match a morning again.
    const { lastBatch } = await ask(round, boardQuery, { station: station.id }, { district: story.district, actor: counter });
    if ((lastBatch?.number ?? 0) <= before) await runBatch(round, story.district, station.id);
    if (isToday && before === 1) break;
    for (const worker of here) await answer(life, round, worker, station, isToday);
  }
  return !isToday;
}

async function tellDesks(
  { run, chance }: Life,
  desk: Kernel,
  { id, town }: MarketStation,
  here: readonly string[],
): Promise<void> {
  for (const worker of here.slice(0, 5)) {
    const its = chance(`desk ${worker}`);
    const note = its.pick(['问参保怎么办', '问加班费', '问焊工班']);
    const given = { station: id, worker, desk: its.pick(['advice-desk', 'legal-aid', 'training-desk']), note };
    await run(desk, recordService, given, counterActor(town), `desk-${worker}`);
  }
}

/** All promise insurance, and all but one have recorded the policy on the evening before: that one is left to ask for. */
async function postOrdersOf({ people, day, run, evenings, chance }: Life): Promise<Map<string, string>> {
  const posted = new Map<string, string>();
  const orders = ordersOf(people, day, chance('orders'));
  const late = chance('late').integer(0, orders.length - 1);
  for (const [index, order] of orders.entries()) {
    const employer = people.employers[index % people.employers.length];
    if (!employer) continue;
    // One order of the day is the small station's: of a kind that everybody can do.
    const station = people.stations[order.work.trade === 'loading' ? 1 : 0].id;
    const given = { ...order, employer: employer.id, station };
    const { orders: made } = await run(evenings, postOrders, given, asEmployer(employer), `order-${index}`);
    for (const { id } of made) posted.set(id, employer.id);
    if (index === late) continue;
    for (const { id, number } of made) {
      const policy = { order: id, insurer: order.work.insurer, number: `演示保单-${day}-${number}` };
      await run(evenings, recordInsurance, policy, asEmployer(employer), `insured-${id}`);
    }
  }
  return posted;
}

/** Nine in ten say yes; today half have not answered yet. */
async function answer(
  { story, run, chance }: Life,
  round: Kernel,
  worker: string,
  { town }: MarketStation,
  isToday: boolean,
): Promise<void> {
  const asked = { district: story.district, actor: counterActor(town) };
  const open = (await ask(round, workerDayQuery, { worker }, asked)).offers.find(
    ({ state, offeredAt }) => state === 'offered' && offeredAt <= round.clock.now().toISOString(),
  );
  const its = chance(`answer ${worker} ${open?.order.number}`);
  if (!open || (isToday && chance(`silent ${worker}`).isTrue(0.5))) return;
  const self = asResident(worker);
  if (its.isTrue(0.88)) await run(round, acceptOffer, { offer: open.id }, self, `yes-${open.id}`);
  else {
    const reason = its.pick(['too-far', 'pay-too-low', 'hours']);
    await run(round, declineOffer, { offer: open.id, reason }, self, `no-${open.id}`);
  }
}

/** People come, work, are paid and say how it was; one in ten ratings is a bad one. */
async function tellShift(
  { story: { district }, people, lived, run, chance }: Life,
  order: string,
  employer: string,
  isArgued: boolean,
): Promise<void> {
  const evening = lived('21:30');
  const who = people.employers.find(({ id }) => id === employer);
  if (!evening || !who) return;
  const manager = asEmployer(who);
  const look = () => ask(evening, orderQuery, { order }, { district, actor: manager });
  const { order: known, people: came } = await look();
  const placed = came.filter(({ state }) => state === 'placed');
  if (placed.length === 0 || known.endsAt > evening.clock.now().toISOString()) return;
  const attendance = placed.map(({ placement }) => ({
    placement,
    came: true,
    startedAt: known.startsAt,
    endedAt: known.endsAt,
  }));
  await run(evening, confirmAttendance, { order, people: attendance }, manager, `came-${order}`);
  const due = (await look()).people.flatMap(({ placement, worker, wage }) =>
    wage ? [{ placement, worker, amount: wage.amount }] : [],
  );
  if (due.length === 0) return;
  const wages = due.map(({ placement, amount }) => ({ placement, amount }));
  await run(evening, payWages, { employer, wages }, manager, `paid-${order}`);
  for (const [at, { placement, worker, amount }] of due.entries()) {
    const its = chance(`paid ${worker}`);
    if (isArgued && at === 0) {
      await run(evening, confirmWage, { placement, received: amount - 2000 }, asResident(worker), `short-${placement}`);
      continue;
    }
    if (!its.isTrue(0.8)) continue;
    const self = asResident(worker);
    await run(evening, confirmWage, { placement, received: amount }, self, `got-${placement}`);
    const rating = { placement, stars: its.isTrue(0.9) ? its.integer(4, 5) : 2, neverAgain: false };
    await run(evening, rateEmployer, rating, self, `rated-${placement}`);
  }
}

/** The kernel as it was at a Beijing time of a day. */
const at = (kernel: Kernel, day: Day, time: string): Kernel => ({
  ...kernel,
  clock: clockAt(new Date(`${day}T${time}:00+08:00`)),
});
