import type { Reading } from '../../kernel/command/query.ts';
import { joined, subjectsOf, type TimelineSource } from '../../kernel/timeline/source.ts';
import type { TimelineParams } from '../../kernel/timeline/tell.ts';
import { findProgramme } from './store.ts';
import { nameFrom, unitNames } from './unit-names.ts';

/** Figures by their title and the units that lead them; units by their name. */
export const programmeTimeline: TimelineSource = {
  matters: async ({ transaction }: Reading, subjects): Promise<ReadonlyMap<string, TimelineParams>> => {
    const nameOf = nameFrom(await unitNames(transaction));
    const matters = new Map<string, TimelineParams>(
      subjectsOf('unit', subjects).map((code) => [`unit:${code}`, { unit: nameOf(code) }]),
    );
    const asked = new Set(subjectsOf('figure', subjects));
    for (const { lead, figures } of (await findProgramme(transaction))?.programme.measures ?? [])
      for (const { code, title } of figures)
        if (asked.has(code)) matters.set(`figure:${code}`, { title, unit: joined(lead.map(nameOf)) });
    return matters;
  },
};
