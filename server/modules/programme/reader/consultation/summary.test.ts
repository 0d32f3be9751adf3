import { describe, expect, it } from 'vitest';
import { readPolicy } from '../read.ts';
import { ODD } from './odd.fixture.ts';
import { BODY, PROSE, type Summary } from './prose.fixture.ts';
import { NUMBERED, TABLES } from './tables.fixture.ts';

const DECISIONS = { adopted: '采纳', 'partly-adopted': '部分采纳', 'not-adopted': '不采纳', unstated: '未写明' };
const OF_SUMMARY =
  /^(?:consultation-|no-opinion-|unit-without-answer|opinion-of-|asked-|opinion-count|opinion-and|summary-|opinion-without)/;

function reads(summary: Summary, body: string): void {
  const { consultation, warnings } = readPolicy(`${body}\n${summary.text}`);
  const names = (units: readonly { name: string }[] = []) => units.map(({ name }) => name).join(' ');
  expect({
    title: consultation?.title,
    asked: names(consultation?.requested),
    none: names(consultation?.noOpinion),
    silent: names(consultation?.noAnswer),
    opinions: consultation?.opinions.map(
      ({ unit, measure, disposition, reason }) => `${unit} ${measure ?? '-'} ${DECISIONS[disposition]} ${reason ?? '~'}`,
    ),
    unread: consultation?.unread?.map(({ text }) => text.replace(/\s+/g, '')),
    warnings: warnings.map(({ code }) => code).filter((code) => OF_SUMMARY.test(code)),
  }).toEqual({
    title: summary.text.slice(0, summary.text.indexOf('\n')),
    asked: summary.asked ?? '',
    none: summary.none ?? '',
    silent: summary.silent ?? '',
    opinions: summary.opinions ?? [],
    unread: summary.unread ?? [],
    warnings: summary.warnings ?? [],
  });
  if (summary.askedCount !== undefined) expect(consultation?.requestedCount).toBe(summary.askedCount);
  if (summary.sentOn !== undefined) expect(consultation?.sentOn).toBe(summary.sentOn);
}

describe('a summary of opinions in prose', () => {
  it.each([...PROSE, ...ODD].map((summary) => [summary.name, summary] as const))('%s', (_, summary) => reads(summary, BODY));
});
describe('a summary of opinions as a table', () => {
  it.each(TABLES.map((summary) => [summary.name, summary] as const))('%s', (_, summary) => reads(summary, BODY));
});
describe('a summary that names measures as the paper prints them', () => {
  it.each(NUMBERED.map((summary) => [summary.name, summary] as const))('%s', (_, summary) => reads(summary, summary.body));
});
