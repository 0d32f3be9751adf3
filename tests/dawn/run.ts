import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { chanceOf } from '../../server/modules/demo/story/world.ts';
import { kill, type Leye, restart, signIn, superuserUrl } from '../faults/leye.ts';
import { type Dawn, type DawnWorker, DISTRICT } from './prepare.ts';

export type DawnRun = {
  /** Milliseconds that each acknowledged check-in took, the tries of one that was cut off not counted together. */
  readonly checkIns: readonly number[];
  readonly answers: readonly number[];
  /** Milliseconds that each look at the page of today took. */
  readonly looks: readonly number[];
  readonly acknowledged: {
    readonly checkIns: ReadonlySet<string>;
    readonly accepted: ReadonlySet<string>;
    readonly declined: ReadonlySet<string>;
  };
  readonly refused: readonly string[];
  readonly batches: number;
};

export type DawnPlan = {
  readonly seconds: number;
  /** How many offers are answered at most; nine in ten with yes. */
  readonly answers: number;
  /** The longest that anybody takes to answer, in seconds of the plan; everybody takes a time of their own. */
  readonly answerWithin: number;
  readonly seed: number;
  /** Kills the server in the middle, and starts it again. */
  readonly kill: boolean;
  /** An officer asks for a round every so many seconds, where a minute is too long to wait for. */
  readonly roundEvery?: number;
};

/**
 * Lives a dawn through against the running server: everybody checks in from their own phone at a moment of their own, and whoever is
 * offered work answers at a moment of their own. A request that broke is sent again with the same key, as the phones' queue does.
 */
export async function runDawn(leye: Leye, dawn: Dawn, plan: DawnPlan): Promise<DawnRun> {
  const chance = chanceOf(plan.seed);
  const checkIns: number[] = [];
  const answers: number[] = [];
  const looks: number[] = [];
  const refused: string[] = [];
  const acknowledged = { checkIns: new Set<string>(), accepted: new Set<string>(), declined: new Set<string>() };
  let owner = await looking(leye);
  const offersNow = async (asked: ReadonlySet<string>) => {
    try {
      return await openOffers(owner, asked);
    } catch {
      // The database may be started again with the server that was killed; whoever looks on comes back with it.
      await owner.end().catch(() => {});
      owner = await looking(leye);
      return await openOffers(owner, asked);
    }
  };
  const began = performance.now();
  const isOver = () => performance.now() - began > plan.seconds * 1000;

  // Every second by the form that a phone's page sends, the others by the interface of programs.
  const everybody = dawn.workers.map(async (worker, at) => {
    await pause(chance.next() * plan.seconds * 1000);
    const now = new Date().toISOString();
    const sent =
      at % 2 === 0
        ? await send(leye, `/s/${dawn.stationCode}`, new URLSearchParams({ d: dawn.token, at: now }), worker)
        : await send(
            leye,
            `/api/gig-workers/${worker.id}/check-in`,
            { station: dawn.stationCode, token: dawn.token, at: now },
            worker,
          );
    if (sent.status === 200) {
      acknowledged.checkIns.add(worker.id);
      checkIns.push(sent.milliseconds);
    } else refused.push(`check-in ${sent.status} ${sent.code}`);
    if (at % IN_HAND === 0) await watch(leye, worker, isOver, looks);
  });

  const answering = (async () => {
    const workers = new Map(dawn.workers.map((worker) => [worker.id, worker]));
    const asked = new Set<string>();
    const sending: Promise<void>[] = [];
    while (asked.size < plan.answers && !(isOver() && (await offersNow(asked)).length === 0)) {
      await pause(500);
      for (const { id, worker } of (await offersNow(asked)).slice(0, plan.answers - asked.size)) {
        const who = workers.get(worker);
        if (!who) continue;
        asked.add(id);
        const isYes = chance.isTrue(0.9);
        const wait = chance.next() * plan.answerWithin * 1000;
        sending.push(
          (async () => {
            await pause(wait);
            const sent = await send(
              leye,
              `/api/gig-offers/${id}/${isYes ? 'accept' : 'decline'}`,
              isYes ? {} : { reason: 'too-far' },
              who,
            );
            if (sent.status === 200) {
              (isYes ? acknowledged.accepted : acknowledged.declined).add(id);
              answers.push(sent.milliseconds);
            } else refused.push(`answer ${sent.status} ${sent.code}`);
          })(),
        );
      }
      if (performance.now() - began > (plan.seconds + 90) * 1000) break;
    }
    await Promise.all(sending);
  })();

  const rounds = (async () => {
    if (plan.roundEvery === undefined) return;
    const officer = { id: 'officer', cookie: await signIn(leye) };
    while (!isOver()) {
      await pause(plan.roundEvery * 1000);
      await send(leye, `/api/gig-stations/${dawn.station}/round`, {}, officer);
    }
  })();

  const killing = (async () => {
    if (!plan.kill) return;
    await pause((plan.seconds * 1000) / 2);
    await kill(leye);
    Object.assign(leye, await restart(leye));
  })();

  await Promise.all([...everybody, answering, rounds, killing]);
  const { rows } = await owner.query<{ n: number }>('SELECT count(*)::integer AS n FROM gig_batch');
  await owner.end();
  return { checkIns, answers, looks, acknowledged, refused, batches: rows[0]?.n ?? 0 };
}

/** One phone in ten is in the hand, its page of today open and asking every quarter of a minute, as web/portal/today.ts does. */
const IN_HAND = 10;
const LOOKS_EVERY = 15_000;

async function watch(leye: Leye, { cookie }: DawnWorker, isOver: () => boolean, looks: number[]): Promise<void> {
  let tag = '';
  while (!isOver()) {
    await pause(LOOKS_EVERY);
    const began = performance.now();
    const page = await fetch(`${leye.address}/gigs/today/part`, { headers: { cookie, 'if-none-match': tag } }).catch(
      () => undefined,
    );
    if (!page) continue;
    await page.arrayBuffer();
    tag = page.headers.get('etag') ?? tag;
    if (page.status === 200 || page.status === 304) looks.push(performance.now() - began);
  }
}

type Sent = { readonly status: number; readonly code: string; readonly milliseconds: number };

/** A phone's page tries again what waits every five seconds (web/portal/worker.ts), so after a start they come over five seconds. */
const AGAIN_AFTER = 5000;
const TRIES = 24;

/** Sends until there is an answer, always with the same key, as JSON or as a form; the time of the try that was answered. */
async function send(leye: Leye, path: string, body: object | URLSearchParams, { cookie }: DawnWorker): Promise<Sent> {
  const key = randomUUID();
  const isForm = body instanceof URLSearchParams;
  if (isForm) body.set('once', key);
  const headers: Record<string, string> = isForm
    ? { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', cookie }
    : { 'content-type': 'application/json', cookie, 'idempotency-key': key };
  for (let attempt = 0; ; attempt += 1) {
    const began = performance.now();
    try {
      const response = await fetch(`${leye.address}${path}`, {
        method: 'POST',
        headers,
        body: isForm ? body.toString() : JSON.stringify(body),
        signal: AbortSignal.timeout(15_000),
      });
      const answer = (await response.json()) as { code?: string } | null; // reason: Leye answers JSON
      if (response.status !== 503)
        return { status: response.status, code: answer?.code ?? '', milliseconds: performance.now() - began };
    } catch {
      // Nobody there, or cut off in the middle: whether it was done is for the key to say.
    }
    if (attempt === TRIES) return { status: 0, code: 'gave up', milliseconds: performance.now() - began };
    await pause(Math.max(0, began + AGAIN_AFTER - performance.now()));
  }
}

async function looking(leye: Leye): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: await superuserUrl(leye.directory) });
  client.on('error', () => {});
  await client.connect();
  return client;
}

async function openOffers(owner: pg.Client, asked: ReadonlySet<string>): Promise<{ id: string; worker: string }[]> {
  const { rows } = await owner.query<{ id: string; worker: string }>(
    "SELECT id, worker FROM gig_offer WHERE state = 'offered' ORDER BY id",
  );
  return rows.filter(({ id }) => !asked.has(id));
}

/** What must hold afterwards, read from the tables themselves. Empty: all of it does. */
export async function broken(leye: Leye, dawn: Dawn, { acknowledged }: DawnRun): Promise<string[]> {
  const owner = await looking(leye);
  const faults: string[] = [];
  const all = async (text: string, values: unknown[] = []) =>
    (await owner.query<{ id: string }>(text, values)).rows.map(({ id }) => id);
  try {
    const there = new Set(await all('SELECT worker AS id FROM gig_check_in WHERE district = $1', [DISTRICT]));
    for (const id of acknowledged.checkIns) if (!there.has(id)) faults.push(`the check-in of ${id} was acknowledged and is lost`);
    const numbers = await all("SELECT station || ' ' || day || ' ' || number AS id FROM gig_check_in WHERE district = $1", [
      DISTRICT,
    ]);
    if (new Set(numbers).size !== numbers.length) faults.push('two people have one number');
    const placed = new Set(await all('SELECT id FROM gig_placement WHERE district = $1', [DISTRICT]));
    for (const id of acknowledged.accepted) if (!placed.has(id)) faults.push(`the yes to ${id} was acknowledged and is lost`);
    const declined = new Set(await all("SELECT id FROM gig_offer WHERE state = 'declined'"));
    for (const id of acknowledged.declined) if (!declined.has(id)) faults.push(`the no to ${id} was acknowledged and is lost`);
    const overfull = await all(
      `SELECT o.id FROM gig_order o JOIN gig_placement p ON p."order" = o.id AND p.state IN ('placed', 'started', 'finished')
       GROUP BY o.id, o.seats HAVING count(*) > o.seats`,
    );
    for (const id of overfull) faults.push(`order ${id} has more people than seats`);
    const double = await all(
      `SELECT a.worker AS id FROM gig_placement a JOIN gig_placement b ON a.worker = b.worker AND a.id < b.id
         AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at WHERE a.state = 'placed' AND b.state = 'placed'`,
    );
    for (const id of double) faults.push(`${id} is in two places at once`);
    const uncounted = await all(
      `SELECT p.id FROM gig_placement p WHERE p.state = 'placed'
         AND NOT EXISTS (SELECT 1 FROM gig_service s JOIN fact f ON f.record = s.id WHERE s.source = 'placement:' || p.id)`,
    );
    for (const id of uncounted) faults.push(`placement ${id} is not among the facts`);
    if (dawn.seats === 0) faults.push('there were no seats');
  } finally {
    await owner.end();
  }
  return faults;
}
