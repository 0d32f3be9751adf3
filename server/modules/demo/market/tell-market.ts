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
  recordService,
  runBatch,
  workerDayQuery,
} from '../../gigs/module.ts';
import { type Chance, chanceOf } from '../story/world.ts';
import { asEmployer, asResident, counterActor, type People, settlePeople } from './people.ts';
import { ordersOf } from './work.ts';

export type MarketStory = {
  readonly district: string;
  readonly town: string;
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
    await tellMorning(kernel, story, people, day, chance, day === story.to);
  }
}

async function tellMorning(
  kernel: Kernel,
  story: MarketStory,
  people: People,
  day: Day,
  chance: Chance,
  isToday: boolean,
): Promise<void> {
  const { district } = story;
  const { station } = people;
  const now = kernel.clock.now();
  /** The kernel at a time of the day; undefined where that is still to come. */
  const then = (time: string): Kernel | undefined => {
    const lived = at(kernel, day, time);
    return lived.clock.now() < now ? lived : undefined;
  };
  const run = <S extends TSchema, Answer>(
    lived: Kernel,
    command: Command<S, Answer>,
    input: unknown,
    actor: Actor,
    key: string,
  ) => execute(lived, command, input, { district, actor, key: `market-${day}-${key}` });

  const posted = new Map<string, string>();
  for (const [index, order] of ordersOf(people, day, chance).entries()) {
    const employer = people.employers[index % people.employers.length];
    if (!employer) continue;
    const answer = await run(
      at(kernel, addDays(day, -1), '18:30'),
      postOrders,
      { ...order, employer: employer.id, station },
      asEmployer(employer),
      `order-${index}`,
    );
    for (const { id } of answer.orders) posted.set(id, employer.id);
  }
  const dawn = then('04:50');
  if (!dawn) return;
  const here = people.workers.filter(() => chance.isTrue(0.75));
  for (const worker of here) await run(dawn, checkInAtCounter, { station, worker }, counterActor(story.town), `in-${worker}`);
  for (const [before, time] of ['05:10', '05:20'].entries()) {
    const round = then(time);
    if (!round) return;
    // A telling that goes on does not match a morning again.
    const { lastBatch } = await ask(round, boardQuery, { station }, { district, actor: counterActor(story.town) });
    if ((lastBatch?.number ?? 0) <= before) await runBatch(round, district, station);
    if (isToday && time === '05:20') return;
    for (const worker of here) {
      const { offers } = await ask(round, workerDayQuery, { worker }, { district, actor: counterActor(story.town) });
      const open = offers.find(({ state }) => state === 'offered');
      // Today some have not answered yet.
      if (!open || (isToday && chance.isTrue(0.5))) continue;
      const self = asResident(worker);
      if (chance.isTrue(0.88)) await run(round, acceptOffer, { offer: open.id }, self, `yes-${open.id}`);
      else
        await run(
          round,
          declineOffer,
          { offer: open.id, reason: chance.pick(['too-far', 'pay-too-low', 'hours']) },
          self,
          `no-${open.id}`,
        );
    }
  }
  const desk = then('06:00');
  if (!desk) return;
  for (const worker of here.slice(0, 5)) {
    const given = {
      station,
      worker,
      desk: chance.pick(['advice-desk', 'legal-aid', 'training-desk']),
      note: chance.pick(['问参保怎么办', '问加班费', '问焊工班']),
    };
    await run(desk, recordService, given, counterActor(story.town), `desk-${worker}`);
  }
  for (const [order, employer] of posted) await tellShift(then, story, people, { order, employer, run, chance });
}

type Run = <S extends TSchema, Answer>(
  lived: Kernel,
  command: Command<S, Answer>,
  input: unknown,
  actor: Actor,
  key: string,
) => Promise<Answer>;

/** People come, work, are paid and say how it was; one in ten ratings is a bad one. */
async function tellShift(
  then: (time: string) => Kernel | undefined,
  { district }: MarketStory,
  people: People,
  { order, employer, run, chance }: { order: string; employer: string; run: Run; chance: Chance },
): Promise<void> {
  const evening = then('21:30');
  const who = people.employers.find(({ id }) => id === employer);
  if (!evening || !who) return;
  const manager = asEmployer(who);
  const { order: known, people: came } = await ask(evening, orderQuery, { order }, { district, actor: manager });
  const placed = came.filter(({ state }) => state === 'placed');
  if (placed.length === 0 || known.endsAt > evening.clock.now().toISOString()) return;
  const attendance = placed.map(({ placement }) => ({ placement, came: true, startedAt: known.startsAt, endedAt: known.endsAt }));
  await run(evening, confirmAttendance, { order, people: attendance }, manager, `came-${order}`);
  const due = (await ask(evening, orderQuery, { order }, { district, actor: manager })).people.flatMap(
    ({ placement, worker, wage }) => (wage ? [{ placement, worker, amount: wage.amount }] : []),
  );
  if (due.length === 0) return;
  await run(
    evening,
    payWages,
    { employer, wages: due.map(({ placement, amount }) => ({ placement, amount })) },
    manager,
    `paid-${order}`,
  );
  for (const { placement, worker, amount } of due) {
    if (!chance.isTrue(0.8)) continue;
    const self = asResident(worker);
    await run(evening, confirmWage, { placement, received: amount }, self, `got-${placement}`);
    const rating = { placement, stars: chance.isTrue(0.9) ? chance.integer(4, 5) : 2, neverAgain: false };
    await run(evening, rateEmployer, rating, self, `rated-${placement}`);
  }
}

/** The kernel as it was at a Beijing time of a day. */
const at = (kernel: Kernel, day: Day, time: string): Kernel => ({
  ...kernel,
  clock: clockAt(new Date(`${day}T${time}:00+08:00`)),
});
