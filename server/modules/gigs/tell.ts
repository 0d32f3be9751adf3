import type { Work } from '../../kernel/command/command.ts';
import { type Language, type Params, type Said, say } from '../../kernel/i18n/said.ts';
import { writeDay } from '../../kernel/page/written.ts';
import { isDay } from '../../kernel/term/day.ts';
import { managersOf } from '../employers/module.ts';
import { writeToResident } from '../residents/module.ts';

export type Told = { readonly subject: Said; readonly text: Said; readonly params?: Params };

/** A text message to somebody, where they can be reached; whether it was. What it says stands on their page too. */
export const tellResident = (work: Work, resident: string, told: Told): Promise<boolean> =>
  writeToResident(work, resident, withDays(told));

/** Days among the params stand in the text as people write them, in each language. */
function withDays({ subject, text, params = {} }: Told): Told {
  const days = Object.entries(params).filter((entry): entry is [string, string] => isDay(String(entry[1])));
  const written = (whole: Said): Said => {
    const inLanguage = (language: Language): string =>
      say(whole, language, Object.fromEntries(days.map(([name, day]) => [name, writeDay(day, language)])));
    return { zh: inLanguage('zh'), en: inLanguage('en') };
  };
  return { subject: written(subject), text: written(text), params };
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
