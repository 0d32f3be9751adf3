import type { FastifyInstance } from 'fastify';
import type { BulletinSection, BulletinSpan, KnownRows } from './bulletin-section.ts';
import type { Command } from './command/command.ts';
import type { Query, Reading } from './command/query.ts';
import type { FactKind } from './fact/kind.ts';
import type { LightPart } from './figure/lit.ts';
import type { Host } from './http/host.ts';
import type { IdentitySource } from './http/identity.ts';
import type { Said } from './i18n/said.ts';
import type { JobDeclaration } from './job/declare.ts';
import type { SiteLink } from './page/site.ts';
import type { TimelineSource } from './timeline/source.ts';

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
  /** What the person asking must do now, for the office's first page. */
  readonly tasks?: (reading: Reading) => Promise<readonly Task[]>;
  /** What a unit owes or has in hand, for its page, whoever of those who may read it looks. */
  readonly duties?: (reading: Reading, unit: string) => Promise<readonly Duty[]>;
  /** What of this module is lit on a day, beside the figures: milestones, service levels, notices. */
  readonly lights?: (reading: Reading, on: string) => Promise<readonly LightPart[]>;
  /** What of this module a bulletin of these days tells: notices, close-outs. Nothing where there is nothing to tell. */
  readonly bulletin?: (reading: Reading, span: BulletinSpan, known: KnownRows) => Promise<BulletinSection | undefined>;
  /** What stands against numbers on these kinds of facts, up to a day, for their data-quality statements. */
  readonly doubts?: (reading: Reading, kinds: readonly string[], on: string) => Promise<readonly Said[]>;
  /** What this module knows behind the lines of a measure's timeline. */
  readonly timeline?: TimelineSource;
  /** How this module knows who asks, where it keeps people or devices that sign in. Asked in the order of the modules, after staff. */
  readonly identify?: IdentitySource;
  /** Pages about the resident who looks, for their own page (/me). */
  readonly mine?: readonly OwnPage[];
  /** Pages of this module about one employer, for whoever acts for it: `path` follows `/employer/<id>/`. */
  readonly forEmployers?: readonly { readonly path: string; readonly said: Said }[];
  /** Wording of this module's problems (`problem.<code>`), its lines on the timeline (`timeline.<code>`) and what it prints. */
  readonly words?: Readonly<Record<string, Said>>;
  /** Pages, uploads, downloads, streams: what is not one JSON command or query. */
  readonly routes?: (app: FastifyInstance, host: Host) => void | Promise<void>;
};

/**
 * A page about the resident who looks. `now`: how it stands with them at the moment, in one line; what concerns them now comes first.
 * Undefined where it does not.
 */
export type OwnPage = SiteLink & { readonly now?: (reading: Reading, resident: string) => Promise<Said | undefined> };

/** What a unit owes or has in hand. `about` names its group on the unit's page; `code` is a key of the office's words (`duty.<code>`). */
export type Duty = Pick<Task, 'code' | 'params' | 'link' | 'due' | 'workingDays'> & {
  readonly about: 'consultation' | 'close-out';
};

/** Something a person must do now. `code` is a key of the office's words (`task.<code>`); `link` the office page that does it. */
export type Task = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string;
  /** First things first: 0 overdue, 1 today, 2 soon, 3 when there is time. */
  readonly urgency: 0 | 1 | 2 | 3;
  readonly due?: string;
  /** Working days left until `due`; negative: over by so many. */
  readonly workingDays?: number;
  /**
   * What can be answered right here: the command's address, the one text it asks for (the name of its field), and whether documents
   * go with it, as `evidence`.
   */
  readonly answer?: {
    readonly code: string;
    readonly route: string;
    readonly asks: string;
    readonly documents?: 'needed' | 'optional';
  };
};
