import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import type { Command } from './command/command.ts';
import type { Query } from './command/query.ts';
import type { FactKind } from './fact/kind.ts';
import type { Host } from './http/host.ts';
import type { Said } from './i18n/said.ts';
import type { JobDeclaration } from './job/declare.ts';

/**
 * What a module offers. `main.ts` lists the modules; each declares its own, so no central registry has to change with it.
 */
export type Module = {
  readonly name: string;
  /** Reason for the loose parameters: a list holds commands of many shapes; each was checked where it was declared. */
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly commands?: readonly Command<any, any>[];
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly queries?: readonly Query<any, any>[];
  readonly kinds?: readonly FactKind[];
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly jobs?: readonly JobDeclaration<any>[];
  /** Wording of this module's problems: `problem.<code>` → zh and en. */
  readonly words?: Readonly<Record<string, Said>>;
  /** Pages, uploads, downloads, streams: what is not one JSON command or query. */
  readonly routes?: (app: FastifyInstance, host: Host) => void | Promise<void>;
};

export type Shape = TSchema;
