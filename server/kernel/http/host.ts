import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor/actor.ts';
import type { Kernel } from '../command/run.ts';
import type { Language, Said } from '../i18n/said.ts';
import type { Known } from './identity.ts';

/** What routes stand on: the kernel, who is asking, in which district and language. */
export type Host = {
  readonly kernel: Kernel;
  readonly identify: (request: FastifyRequest) => Promise<Actor>;
  /** Who asks on the public pages: residents and devices; staff are visitors there. */
  readonly knownOutside: (request: FastifyRequest) => Promise<Known>;
  /** The district of the request's host name; the only one, or the first, where no name matches. */
  readonly districtOf: (request: FastifyRequest) => Promise<District>;
  readonly languageOf: (request: FastifyRequest) => Language;
  readonly words: ReadonlyMap<string, Said>;
  /** Demonstration mode: every page carries a banner that says so. */
  readonly isDemo: boolean;
  readonly publicAddress: string;
};

export type District = { readonly code: string; readonly name: Said; readonly startsOn: string };
