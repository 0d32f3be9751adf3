/** What a consultation tells of itself: to its own timeline, and to a measure's where an opinion speaks of that very measure. */
import type { Work } from '../../kernel/command/command.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import { OF_ITS_SUBJECT, type TimelineParams, tellTimeline } from '../../kernel/timeline/tell.ts';
import type { ConsultationEvent } from './contract.ts';
import type { Outline } from './judge-opinion.ts';
import { measureOfProgramme } from './measure-told.ts';
import { put } from './saying.ts';
import { words } from './words.ts';

type Told = { readonly code: string; readonly params: TimelineParams };

/** A paper that goes out, an answer, a publication: nothing that one measure of the programme has to know. */
export const tellOfConsultation = (work: Work, consultation: string, { code, params }: Told): Promise<void> =>
  tellTimeline(work, { measure: OF_ITS_SUBJECT, code, params, subject: `consultation:${consultation}` });

type About = { readonly outline: Outline; readonly measure: number | null };

/** An opinion, and what became of it: also to the measure of the programme that it is anchored in, when the paper is the programme's own draft. */
export async function tellOfOpinion(work: Work, consultation: string, told: Told, { outline, measure }: About): Promise<void> {
  await tellOfConsultation(work, consultation, told);
  const own = await measureOfProgramme(work.transaction, outline, measure);
  if (own !== undefined) await tellTimeline(work, { ...told, measure: own, subject: `consultation:${consultation}` });
}

/** The consultation's own life, newest first. */
export async function eventsOf({ db, district }: Transaction, consultation: string): Promise<ConsultationEvent[]> {
  const rows = await db
    .selectFrom('timeline_entry')
    .select(['id', 'at', 'actor_name', 'code', 'params'])
    .where('district', '=', district)
    .where('subject', '=', `consultation:${consultation}`)
    .where('measure', '<=', 0)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();
  return rows.map(({ id, at, actor_name, code, params }) => ({
    id,
    at: new Date(at).toISOString(),
    by: actor_name,
    text: put(words[`timeline.${code}`] ?? { zh: code, en: code }, params as TimelineParams), // reason: only tellTimeline writes it
  }));
}
