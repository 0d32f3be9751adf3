import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { Visit } from '../../portal/module.ts';
import type { WorkerLicence, WorkerWhole } from '../workers/contract.ts';
import { textOf } from './pages.fixture.ts';
import { profilePage } from './profile.tsx';

const visit = { language: 'zh' } as Visit; // reason: the page reads nothing else of a visit

const licence = (given: Partial<WorkerLicence>): WorkerLicence => ({
  id: 'licence',
  licence: 'forklift',
  name: { zh: '叉车证', en: 'Forklift licence' },
  state: 'checked',
  expiresOn: '2026-07-18',
  reason: null,
  isValid: true,
  daysLeft: null,
  ...given,
});

const worker: WorkerWhole = {
  ...{ id: 'worker', number: 100_001, startArea: '110112109000', startAreaName: '马驹桥镇', latitude: 39.75, longitude: 116.56 },
  ...{ radiusKm: 20, payFloor: 10_000, payWish: 20_000, shifts: ['morning'], shiftWish: null, aidedUntil: null },
  ...{ joinedOn: '2026-06-01', isPaused: false, revision: 1, skills: [], licences: [], team: null, teamNumbers: [] },
};

const textWith = (given: Partial<WorkerLicence>) => {
  const shown = { filled: { licence: '' }, once: 'once' };
  return textOf(renderToString(h(Fragment, null, profilePage(visit, { ...worker, licences: [licence(given)] }, shown).body)));
};

it('a worker’s page says of a licence that it ends soon, and what to do', () => {
  expect(textWith({})).toContain('已看过，有效期到 2026年7月18日');
  expect(textWith({ daysLeft: 30 })).toContain('2026年7月18日 到期，还有 30 天。换了新证，请带到窗口看');
  expect(textWith({ daysLeft: 0 })).toContain('今天最后一天有效');
  expect(textWith({ isValid: false })).toContain('已过期');
});
