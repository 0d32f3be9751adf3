import type { Kernel } from '../command/run.ts';
import type { JobName } from './jobs.ts';

/** Work that a worker does after commit. It may run more than once: it must be safe to repeat. */
export type JobDeclaration<Data = Record<string, unknown>> = {
  readonly name: JobName;
  /** Cron, Beijing time; absent: only when sent. */
  readonly schedule?: string;
  /** `stopping` is aborted when Leye stops: work of minutes breaks off and throws, and is taken up at the next start. */
  readonly run: (data: Data, kernel: Kernel, stopping: AbortSignal) => Promise<void>;
};

export const job = <Data = Record<string, unknown>>(declared: JobDeclaration<Data>): JobDeclaration<Data> =>
  Object.freeze(declared);
