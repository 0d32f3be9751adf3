import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { Visit } from '../../portal/module.ts';
import { textOf } from '../pages/pages.fixture.ts';
import type { RatingOfMe } from '../ratings/contract.ts';
import { ratingPage, ratingsPage } from './rating-pages.tsx';

const visit = { language: 'zh' } as Visit; // reason: the pages read nothing else of a visit
const rating: RatingOfMe = {
  ...{ rating: 'rating', month: '2026-11', stars: 2, text: '工钱晚了', answer: null },
  ...{ appeal: null, appealOutcome: null, appealReason: null },
};
const appealed = { ...rating, appeal: 'false' } as const;
const removed = { ...appealed, appealOutcome: 'removed', appealReason: '工钱当天付清' } as const;
const stands = { ...appealed, appealOutcome: 'stands', appealReason: '第二天才付' } as const;

const listed = (one: RatingOfMe) =>
  textOf(renderToString(h(Fragment, null, ratingsPage(visit, 'employer', { stars: 4, ratings: 3, list: [one] }).body)));
const alone = (one: RatingOfMe) =>
  textOf(
    renderToString(h(Fragment, null, ratingPage(visit, 'employer', one, { filled: { text: '', why: '' }, once: 'once' }).body)),
  );

it('the list of what workers say marks what an appeal took down, and what is still appealed', () => {
  expect(listed(removed)).toContain('2026年11月 · 已撤下，不再算');
  expect(listed(appealed)).toContain('2026年11月 · 在申诉');
  for (const one of [rating, stands]) expect(listed(one)).not.toMatch(/撤下|在申诉/);
});

it('a rating says why the station took it down, or why it stands', () => {
  expect(alone(removed)).toContain('申诉成立，这条不再算：工钱当天付清');
  expect(alone(stands)).toContain('申诉没有成立：第二天才付');
  expect(alone(appealed)).toContain('等零工站裁定');
});
