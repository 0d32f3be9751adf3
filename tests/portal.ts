import path from 'node:path';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { type Actor, type ResidentActor, system, visitor } from '../server/kernel/actor/actor.ts';
import { allowSystem } from '../server/kernel/actor/permission.ts';
import { clockAt } from '../server/kernel/clock.ts';
import { command } from '../server/kernel/command/command.ts';
import { ask, execute, type Kernel } from '../server/kernel/command/run.ts';
import { districtReader } from '../server/kernel/district/read.ts';
import type { FactInput } from '../server/kernel/fact/row.ts';
import { createApp } from '../server/kernel/http/app.ts';
import type { Host } from '../server/kernel/http/host.ts';
import { languageOf } from '../server/kernel/http/language.ts';
import { syntheticCreditCode } from '../server/kernel/identifier/synthetic.ts';
import { createNotify } from '../server/kernel/notify/notify.ts';
import { makeBulletin, oneBulletin, publishBulletin, releaseBulletin } from '../server/modules/bulletins/module.ts';
import { consultation } from '../server/modules/consultation/module.ts';
import { addForeman, employers, registerEmployer } from '../server/modules/employers/module.ts';
import { figures } from '../server/modules/figures/module.ts';
import { gigs } from '../server/modules/gigs/module.ts';
import { marketStandard } from '../server/modules/market-standard/module.ts';
import { portal } from '../server/modules/portal/module.ts';
import { citiesFolder, establishCity } from '../server/modules/programme/module.ts';
import { recordKinds } from '../server/modules/records/catalogue.ts';
import { registerResident, residents } from '../server/modules/residents/module.ts';
import { staff, testKernel } from './kernel.ts';

const DISTRICT = '110112';
export const TODAY = '2026-06-18';
export const MAJUQIAO = '110112109000';
export const SONGZHUANG = '110112104000';
export const ZHONGCANG = '110112001000';

type Work = {
  readonly kind: string;
  readonly day: string;
  readonly quantity: number;
  readonly town: string;
  readonly variant?: string;
};

/** Work done, as any service records it: one command, its facts in the same transaction. */
const recordWork = command({
  name: 'portal.record-work',
  input: Type.Object({ work: Type.Array(Type.Any()) }),
  may: allowSystem,
  run: async ({ work }, { facts, newId }) => {
    for (const { kind: name, ...counted } of work as Work[]) {
      const kind = recordKinds.find((candidate) => candidate.name === name);
      if (!kind) throw new TypeError(name);
      const id = newId();
      const of = kind.counts === 'flow' ? {} : { of: [id] };
      facts.count(kind, { ...counted, unit: 'human-resources', record: { type: 'work', id }, ...of } satisfies FactInput);
    }
  },
});

/** Eighteen months in which a district did some of everything; few people in Songzhuang and Zhongcang. */
export function workDone(): Work[] {
  const months = Array.from(
    { length: 18 },
    (_, index) => `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
  );
  const monthly = months.flatMap((month): Work[] => [
    { kind: 'vacancy.collected', day: `${month}-05`, quantity: 3100, town: MAJUQIAO },
    { kind: 'gig.served', day: `${month}-06`, quantity: 21_345, town: MAJUQIAO, variant: 'advised' },
    { kind: 'training.completed', day: `${month}-07`, quantity: 301, town: MAJUQIAO },
    { kind: 'loan.disbursed', day: `${month}-08`, quantity: 18_456_700, town: ZHONGCANG },
    { kind: 'dispute.accepted', day: `${month}-09`, quantity: 40, town: MAJUQIAO },
    { kind: 'dispute.closed', day: `${month}-10`, quantity: 39, town: MAJUQIAO, variant: 'mediation' },
    { kind: 'activity.held', day: `${month}-11`, quantity: 2, town: '', variant: 'live-show' },
  ]);
  return [
    ...monthly,
    { kind: 'training.completed', day: '2026-05-20', quantity: 3, town: SONGZHUANG },
    { kind: 'training.completed', day: '2026-05-20', quantity: 17, town: ZHONGCANG },
    { kind: 'gig.served', day: '2026-05-21', quantity: 4, town: SONGZHUANG, variant: 'advised' },
    { kind: 'contract.employees', day: '2026-05-22', quantity: 10_000, town: MAJUQIAO },
    { kind: 'contract.signed', day: '2026-05-22', quantity: 9796, town: MAJUQIAO },
    { kind: 'dispute.accepted', day: '2026-05-23', quantity: 3, town: SONGZHUANG },
    { kind: 'dispute.closed', day: '2026-05-24', quantity: 2, town: SONGZHUANG, variant: 'mediation' },
  ];
}

/**
 * The portal over a real database: Tongzhou with its programme and work (host `tongzhou.test`), and district 110113 without any
 * programme (host `110113.test`).
 */
export async function portalInTests(options: { isDemo?: boolean } = {}) {
  const test = await testKernel(recordKinds, { clock: clockAt(new Date(`${TODAY}T02:00:00Z`)) });
  const { kernel } = test;
  Object.assign(kernel.services, { notify: demoNotify, mine: employers.mine });
  await establishCity(kernel, test.urls.ownerUrl, path.join(citiesFolder, 'tongzhou'));
  await execute(kernel, recordWork, { work: workDone() }, { district: DISTRICT, actor: system('test') });
  await publishMay(kernel);
  const { actor, employer } = await actingForAnEmployer(kernel);
  // Who is signed in says so in a header: how a cookie is read is shown where residents are.
  const host = hostOf(kernel, options.isDemo ?? true, (request) => (request.headers[SIGNED_IN] === '1' ? actor : visitor));
  const app = await createApp(host, [figures, consultation, residents, employers, portal, gigs, marketStandard], {
    logger: false,
    trustProxy: [],
    version: '0.0.0',
  });
  return {
    app,
    /** The address of the employer that the resident signed in acts for. */
    employer: `/employer/${employer}`,
    /** A page as a browser asks for it. */
    get: (address: string, headers: Record<string, string> = {}) =>
      app.inject({ method: 'GET', url: address, headers: { accept: 'text/html', host: 'tongzhou.test', ...headers } }),
    /** The database vanishes under the running server. */
    loseDatabase: () => test.urls.drop(),
    async close() {
      await app.close();
      await test.close();
    },
  };
}

/** One bulletin that everybody may read: of May 2026, number 2026-1. */
async function publishMay(kernel: Kernel): Promise<void> {
  const call = { district: DISTRICT, actor: staff({ role: 'programme-office' }) };
  const { bulletin } = await makeBulletin(kernel, { kind: 'month', from: '2026-05-01', to: '2026-05-31' }, call);
  const { sha256, revision } = await ask(kernel, oneBulletin, { bulletin }, call);
  await execute(kernel, releaseBulletin, { bulletin, sha256, revision }, call);
  await execute(kernel, publishBulletin, { bulletin, isPublic: true }, call);
}

/** The header of a request by a resident who is signed in. */
export const SIGNED_IN = 'x-signed-in';
const demoNotify = createNotify({ mode: 'demo', publicAddress: 'https://leye.test', addressOf: async () => undefined });

/** A resident who manages an employer with a foreman, and whom somebody asks to act for it too. */
async function actingForAnEmployer(kernel: Kernel): Promise<{ actor: ResidentActor; employer: string }> {
  const call = { district: DISTRICT, actor: staff({ role: 'station-officer', area: MAJUQIAO }) };
  const known = async (name: string, mobile: string, grants: ResidentActor['grants'] = []): Promise<ResidentActor> => {
    const { resident } = await execute(kernel, registerResident, { name, mobile }, call);
    return { kind: 'resident', id: resident, name: '王**', grants: [{ role: 'resident', person: resident }, ...grants] };
  };
  const own = await known('王小明', '19900000001');
  const given = { name: '北京云澜东方搬运装卸服务有限公司', creditCode: syntheticCreditCode(() => 0.5) };
  const { employer } = await execute(kernel, registerEmployer, given, { district: DISTRICT, actor: own });
  const actor = await known('王小明', '19900000001', [{ role: 'employer', employer, as: 'manager' }]);
  await execute(kernel, addForeman, { employer, mobile: '19900000002' }, { district: DISTRICT, actor });
  const another = await known('欧阳大山', '19900000003');
  await execute(kernel, registerEmployer, given, { district: DISTRICT, actor: another });
  return { actor, employer };
}

const hostOf = (kernel: Kernel, isDemo: boolean, outside: (request: FastifyRequest) => Actor): Host => ({
  kernel,
  identify: async () => visitor,
  knownOutside: async (request) => ({ actor: outside(request) }),
  districtOf: districtReader(kernel.database).of,
  languageOf,
  words: new Map(),
  isDemo,
  publicAddress: 'https://leye.test',
});
