import type { Reading } from '../../kernel/command/query.ts';
import type { Said } from '../../kernel/i18n/said.ts';
import { listPauses } from '../../kernel/term/pauses.ts';
import { listMilestones, serviceOptions } from '../plans/module.ts';
import { findProgramme } from '../programme/module.ts';
import type { NoticeAnswer, NoticeRow } from './contract.ts';
import { clockOf } from './notice-clock.ts';
import { isLive } from './notice-states.ts';
import { noticePauses } from './picture.ts';
import { whyOf } from './say-notice.ts';
import { answersOf, type KeptNotice } from './store.ts';

/** Puts on kept notices what a reader needs: titles, names, the sentence, and where the clock stands today. */
export async function showNotices(
  reading: Reading,
  notices: readonly KeptNotice[],
): Promise<readonly (NoticeRow & { readonly answers: readonly NoticeAnswer[] })[]> {
  if (notices.length === 0) return [];
  const { transaction, today, services } = reading;
  const [titles, names] = [await readTitles(reading), await readUnitNames(reading)];
  const pauses = await listPauses(transaction);
  const answers = await answersOf(
    transaction,
    notices.map(({ id }) => id),
  );
  return notices.map((notice) => {
    const own = answers.get(notice.id) ?? [];
    const title = titles.get(notice.subject) ?? { zh: notice.subject, en: notice.subject };
    const clock = isLive(notice.state)
      ? clockOf({ ...notice, pauses: noticePauses(notice, pauses), answers: own }, today, services.calendar)
      : null;
    return {
      id: notice.id,
      step: notice.step,
      rule: notice.rule,
      rulesVersion: notice.rulesVersion,
      subject: notice.subject,
      subjectTitle: title,
      measure: notice.measure,
      unit: notice.unit,
      unitName: names.get(notice.unit) ?? notice.unit,
      receiver: notice.receiver,
      number: notice.year !== null && notice.number !== null ? { year: notice.year, no: notice.number } : null,
      issuedOn: notice.issuedOn,
      issuedByName: notice.issuedByName,
      state: notice.state,
      why: whyOf(notice, title),
      instruction: notice.instruction,
      instructedBy: notice.instructedBy,
      clock,
      clearedOn: notice.clearedOn,
      holdsUntil: notice.holdsUntil,
      answers: own,
    };
  });
}

/** What notices are about: measures, figures and milestones by their subject. */
async function readTitles({ transaction }: Reading): Promise<ReadonlyMap<string, Said>> {
  const found = await findProgramme(transaction);
  const titles = new Map<string, Said>();
  for (const { no, title, figures } of found?.programme.measures ?? []) {
    titles.set(`measure:${no}`, title);
    for (const level of serviceOptions(no)) titles.set(`service:${no}-${level.key}`, level.title);
    for (const figure of figures) titles.set(`figure:${figure.code}`, figure.title);
  }

  for (const { id, title } of await listMilestones(transaction)) titles.set(`milestone:${id}`, { zh: title, en: title });
  return titles;
}

async function readUnitNames({ transaction: { client, district } }: Reading): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ code: string; name: string }>('SELECT code, name FROM unit WHERE district = $1', [
    district,
  ]);
  return new Map(rows.map(({ code, name }) => [code, name]));
}
