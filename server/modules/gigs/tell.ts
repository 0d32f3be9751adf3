import type { Work } from '../../kernel/command/command.ts';
import type { Params, Said } from '../../kernel/i18n/said.ts';
import { managersOf } from '../employers/module.ts';
import { mobileOf } from '../residents/module.ts';

export type Told = { readonly subject: Said; readonly text: Said; readonly params?: Params };

/** A text message to somebody, where they can be reached; whether it was. What it says stands on their page too. */
export async function tellResident(work: Work, resident: string, told: Told): Promise<boolean> {
  const { transaction, services } = work;
  const phone = await mobileOf(transaction, services, resident);
  if (!phone || !(await services.notify.reaches(work, { phone }))) return false;
  await services.notify.send(work, { to: { phone }, ...told });
  return true;
}

/** The same to everybody who speaks for an employer. */
export async function tellEmployer(work: Work, employer: string, told: Told): Promise<boolean> {
  let reached = false;
  for (const manager of await managersOf(work.transaction, employer))
    reached = (await tellResident(work, manager, told)) || reached;
  return reached;
}

/** Fen as people read it. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2);
