import { describe, expect, it } from 'vitest';
import { CARE_PLAN, YOUTH_MEASURES } from './papers.testing.ts';
import { readPolicy } from './read.ts';
import { unwrapped } from './wrapped-lines.ts';

/** The paper as copied from a PDF whose page is `width` characters wide. */
const wrapped = (text: string, width: number) =>
  text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''])
    .join('\n');

const said = (text: string) =>
  readPolicy(text).measures.map(({ no, title, lead, cooperating, targets }) => ({
    no,
    title: title?.replace(/\s/g, ''),
    lead,
    cooperating,
    figures: targets.map(({ value, unit, comparator, deadline }) => `${comparator} ${value} ${unit} ${deadline}`),
  }));

describe('text copied from a PDF', () => {
  it.each([
    ['YOUTH_MEASURES', YOUTH_MEASURES, 26],
    ['YOUTH_MEASURES', YOUTH_MEASURES, 34],
    ['CARE_PLAN', CARE_PLAN, 30],
  ])('is read like the paper itself: %s', (_, text, width) => {
    const copied = wrapped(text, width);
    expect(copied.split('\n').length).toBeGreaterThan(text.split('\n').length);
    expect(said(copied)).toEqual(said(text));
  });

  it('gives places in the text with its breaks', () => {
    const copied = wrapped(YOUTH_MEASURES, 26);
    const bare = (words: string) => words.replace(/\s/g, '');
    for (const measure of readPolicy(copied).measures) {
      expect(measure.leadSpans.map((span) => bare(copied.slice(...span)))).toEqual(measure.lead);
      expect(measure.cooperatingSpans.map((span) => bare(copied.slice(...span)))).toEqual(measure.cooperating);
      for (const { span, text } of measure.targets) expect(bare(copied.slice(...span))).toBe(bare(text));
      if (measure.titleSpan) expect(bare(copied.slice(...measure.titleSpan))).toBe(bare(measure.title ?? ''));
    }
  });

  it('a paper with whole paragraphs is left as it is', () => {
    expect(unwrapped(`${CARE_PLAN}${'三、其他事项。本方案由区民政局会同有关部门组织实施，'.repeat(4)}`)).toBeUndefined();
  });
});
