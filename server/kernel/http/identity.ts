import type { FastifyRequest } from 'fastify';
import { type Actor, visitor } from '../actor/actor.ts';
import type { Kernel } from '../command/run.ts';
import type { District, Host } from './host.ts';

/** Somebody who is not staff, and how they are known. */
export type Known = {
  readonly actor: Actor;
  /** The session shown, for whoever ends it. */
  readonly session?: string;
  /** `Set-Cookie` of a session that goes on: sent with the answer. */
  readonly cookie?: string;
};

/** What a source looks with. */
export type Means = {
  readonly kernel: Kernel;
  readonly districtOf: (request: FastifyRequest) => Promise<District>;
  readonly publicAddress: string;
};

/**
 * One way of knowing who asks, declared by the module that keeps those people or devices. Undefined: not by this one, so the next is asked.
 * One query at most, and none where nothing is shown.
 */
export type IdentitySource = (request: FastifyRequest, means: Means) => Promise<Known | undefined>;

/** A visitor. */
export const nobody: Known = Object.freeze({ actor: visitor });

/**
 * Who asks, from all sources: in the office and over the interface staff and programs first, then everybody else; on the public pages
 * only the latter, so that an officer who looks there in the same browser is a resident like any other.
 */
export function composeIdentity(
  staff: (request: FastifyRequest) => Promise<Actor>,
  sources: readonly IdentitySource[],
  means: Means,
): Pick<Host, 'identify' | 'knownOutside'> {
  const asked = new WeakMap<FastifyRequest, Promise<Known>>();
  const look = async (request: FastifyRequest): Promise<Known> => {
    for (const source of sources) {
      const known = await source(request, means);
      if (known) return known;
    }
    return nobody;
  };
  const knownOutside = (request: FastifyRequest): Promise<Known> => {
    const known = asked.get(request) ?? look(request);
    asked.set(request, known);
    return known;
  };
  return {
    knownOutside,
    identify: async (request) => {
      const actor = await staff(request);
      return actor.kind === 'visitor' ? (await knownOutside(request)).actor : actor;
    },
  };
}
