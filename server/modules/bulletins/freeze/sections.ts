import type { BulletinSection, BulletinSpan, KnownRows } from '../../../kernel/bulletin-section.ts';
import type { Reading } from '../../../kernel/command/query.ts';
import type { Known } from '../../../kernel/figure/recount.ts';
import { type Said, said } from '../../../kernel/i18n/said.ts';
import type { SectionDifference, Snapshot, VerifiedNumber } from '../contract.ts';
import { filled, sayNumbers } from '../text/tokens.ts';
import { compareNumbers } from '../verify/numbers-in.ts';

/** What the other modules tell of these days, one after another: they share one connection. */
export async function contributedSections(reading: Reading, span: BulletinSpan, known: KnownRows): Promise<BulletinSection[]> {
  const sections: BulletinSection[] = [];
  for (const contributed of reading.services.bulletinParts) {
    const section = await contributed(reading, span, known);
    if (section) sections.push(section);
  }
  return sections;
}

/** The numbers of the sections, counted again by the modules that told them, from what they knew; and which cannot be. */
export async function recountSections(
  reading: Reading,
  snapshot: Snapshot,
  known: Known,
): Promise<{ readonly rows: VerifiedNumber[]; readonly notRecounted: Said[] }> {
  const rows: VerifiedNumber[] = [];
  const notRecounted: Said[] = [];
  const span = { from: snapshot.span.from, to: snapshot.on };
  for (const section of snapshot.sections) {
    const again =
      section.known &&
      (await contributedSections(reading, span, { until: known.until, also: section.known })).find(
        ({ name }) => name === section.name,
      );
    if (section.known === undefined) {
      const names = Object.keys(section.numbers).map((name) => `{${section.name}.${name}}`);
      notRecounted.push(
        said(`“${section.title.zh}”的数字：${names.join('、')}`, `Numbers of “${section.title.en}”: ${names.join(', ')}`),
      );
    } else rows.push(...compareNumbers(`section:${section.name}`, numbersOf(section), again ? numbersOf(again) : new Map()));
    if (section.table && section.table.rows.length > 0)
      notRecounted.push(
        said(
          `“${section.title.zh}”表里的文号、事由和理由（行数已重数）`,
          `What the rows of “${section.title.en}” say (their number was recounted)`,
        ),
      );
  }
  return { rows, notRecounted };
}

const numbersOf = ({ numbers, table }: BulletinSection): Map<string, number | string> =>
  new Map<string, number | string>([
    ...Object.entries(numbers).map(([name, value]) => [`section ${name}`, typeof value === 'number' ? value : value.zh] as const),
    ...(table ? [['section-rows ', table.rows.length] as const] : []),
  ]);

/** Where a section tells other numbers of the same days today. */
export async function differingSections(reading: Reading, snapshot: Snapshot): Promise<SectionDifference[]> {
  const now = await contributedSections(reading, { from: snapshot.span.from, to: snapshot.on }, { until: reading.now });
  return snapshot.sections.flatMap((section): SectionDifference[] => {
    const today = now.find(({ name }) => name === section.name);
    const is = today ? numbersOf(today) : new Map<string, number | string>();
    if ([...numbersOf(section)].every(([key, value]) => is.get(key) === value)) return [];
    return [{ name: section.name, title: section.title, released: spoken(section), today: today ? spoken(today) : [] }];
  });
}

const spoken = ({ sentences, numbers }: BulletinSection): Said[] => {
  const tokens = sayNumbers(numbers);
  return sentences.map(({ zh, en }) => said(filled(zh, tokens, 'zh'), filled(en, tokens, 'en')));
};
