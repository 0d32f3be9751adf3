/** What the routes of a worker's pages stand on: who asks, and whether they have joined. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ask } from '../../../kernel/command/run.ts';
import type { Host } from '../../../kernel/http/host.ts';
import { Problem } from '../../../kernel/problem.ts';
import {
  type AnswerPublic,
  formOf,
  localPath,
  type Read,
  requireResident,
  type TakeForm,
  type Visit,
} from '../../portal/module.ts';
import type { WorkerWhole } from '../workers/contract.ts';
import { workerQuery } from '../workers/mine.ts';

export const hidden = { schema: { hide: true } };
/** Stands for whoever is not signed in, until the command says that they have to be. */
export const NOBODY = '00000000-0000-7000-8000-000000000000';

export type Serve = {
  readonly host: Host;
  readonly portal: FastifyInstance;
  readonly page: AnswerPublic;
  readonly form: TakeForm;
};

/** The worker who looks; undefined for visitors and for residents who have not joined. */
export async function findOwn({ resident }: Pick<Visit, 'resident'>, readAs: Read): Promise<WorkerWhole | undefined> {
  if (!resident) return undefined;
  try {
    return await readAs(workerQuery, { worker: resident.id });
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-a-gig-worker') return undefined;
    throw error;
  }
}

export const own = (visit: Visit, readAs: Read): Promise<WorkerWhole> =>
  readAs(workerQuery, { worker: visit.resident?.id ?? NOBODY });

export async function idOf(host: Host, request: FastifyRequest): Promise<string> {
  const { actor } = await host.knownOutside(request);
  return actor.kind === 'resident' ? actor.id : NOBODY;
}

/** The worker who asks, for routes that need them before a page is written; whoever is none is sent to join, or to sign in. */
export async function requireWorker(
  { host }: Serve,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<WorkerWhole | undefined> {
  const actor = await requireResident(host, request, reply, request.method === 'GET' ? request.url : '/gigs/today');
  if (!actor) return undefined;
  const { code: district } = await host.districtOf(request);
  try {
    return await ask(host.kernel, workerQuery, { worker: actor.id }, { district, actor });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not-a-gig-worker') throw error;
    const search = new URLSearchParams({ next: localPath(request.url, '/gigs/today') });
    reply.header('cache-control', 'no-store').redirect(`/gigs/join?${search}`, 303);
    return undefined;
  }
}

export const tapped = (at: string) => (at === '' ? {} : { at });

/**
 * What was kept on a phone without network names the card number of whoever tapped: when somebody else has signed in there since, it is
 * not theirs.
 */
export async function requireSame(host: Host, request: FastifyRequest): Promise<void> {
  const { who } = formOf(request);
  if (who === undefined || who === '') return;
  const { actor } = await host.knownOutside(request);
  if (actor.kind !== 'resident') return;
  const { code: district } = await host.districtOf(request);
  const { number } = await ask(host.kernel, workerQuery, { worker: actor.id }, { district, actor });
  if (who !== String(number)) throw new Problem('conflict', 'gig-other-person');
}
