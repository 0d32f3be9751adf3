/** Work that goes on after the command: sent in the command's transaction, done by a worker, retried until it succeeds. */
export type Jobs = {
  send(job: JobName, data: Readonly<Record<string, unknown>>, options?: { after?: Date; once?: string }): Promise<void>;
};
export type JobName = `${string}.${string}`;
