import path from 'node:path';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff, testKernel } from '../../../tests/kernel.ts';
import { system } from '../../kernel/actor/actor.ts';
import { allow } from '../../kernel/actor/permission.ts';
import { clockAt } from '../../kernel/clock.ts';
import { command } from '../../kernel/command/command.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { createApp } from '../../kernel/http/app.ts';
import { nobody } from '../../kernel/http/identity.ts';
import { said } from '../../kernel/i18n/said.ts';
import { type TimelineEntry, tellTimeline } from '../../kernel/timeline/tell.ts';
import { citiesFolder, establishCity } from '../programme/module.ts';
import { recordKinds } from '../records/module.ts';
import type { Topic } from './contract.ts';
import { timeline } from './module.ts';
import { topicOf } from './rules.ts';
import { timelineQuery } from './timeline.ts';

const clock = clockAt(new Date('2026-01-05T01:00:00Z'));
const wording = new Map([
  ['timeline.plan-sent', said('{unit}报送计划，共 {n} 个节点', '{unit} sent a plan with {n} milestones')],
  ['timeline.light-changed', said('{figure}变为{light}', '{figure} turned {light}')],
]);
const tell = command({
  name: 'test.tell',
  input: Type.Object({ entries: Type.Array(Type.Any()) }),
  may: allow({ 'programme-office': 'district' }, { system: true }),
  run: async ({ entries }, work) => {
    await tellTimeline(work, entries as TimelineEntry[]); // reason: the test writes them itself
    return {};
  },
});
const office = staff({ role: 'programme-office' });

let test: Awaited<ReturnType<typeof testKernel>>;
let app: Awaited<ReturnType<typeof createApp>>;
const told = (entries: TimelineEntry[], by = office) =>
  execute(test.kernel, tell, { entries }, { district: test.district, actor: by });
const read = (input: Record<string, unknown>) =>
  ask(test.kernel, timelineQuery, input, { district: test.district, actor: staff({ role: 'evaluator' }) });

beforeAll(async () => {
  test = await testKernel(recordKinds, { clock, services: { wording } });
  await establishCity(test.kernel, test.urls.ownerUrl, path.join(citiesFolder, 'tongzhou'));
  const host = {
    kernel: test.kernel,
    identify: async () => office,
    knownOutside: async () => nobody,
    districtOf: async () => ({ code: '110112', name: said('通州区', 'Tongzhou'), startsOn: '2025-01-01' }),
    languageOf: () => 'zh' as const,
    words: new Map(Object.entries(timeline.words ?? {})),
    isDemo: false,
    publicAddress: 'http://leye.test',
  };
  app = await createApp(host, [timeline], { logger: false, trustProxy: [], version: '0' });
});
afterAll(async () => {
  await app.close();
  await test.close();
});

describe('the timeline of a measure', () => {
  it('is empty for a task of which nothing was told, and unknown for one that the programme does not have', async () => {
    expect(await read({ no: 9 })).toEqual({ lines: [], next: null });
    await expect(read({ no: 99 })).rejects.toMatchObject({ code: 'no-measure' });
  });

  it('tells in both languages what happened, newest first, with what concerns the whole programme', async () => {
    await told([{ measure: 6, code: 'plan-sent', params: { unit: said('人力社保局', 'Human Resources'), n: 4 } }]);
    clock.moveTo(new Date('2026-02-05T01:00:00Z'));
    await told(
      [{ measure: 6, code: 'light-changed', params: { figure: '6a', light: said('滞后', 'behind') }, subject: 'figure:6a' }],
      system('lights'),
    );
    clock.moveTo(new Date('2026-03-05T01:00:00Z'));
    await told([
      { measure: 0, code: 'bulletin-released', subject: 'bulletin:1' },
      { measure: 7, code: 'plan-sent', params: { unit: 'x', n: 1 } },
    ]);
    const { lines } = await read({ no: 6 });
    expect(lines.map(({ text, topic, by, ofProgramme }) => [text.zh, text.en, topic, by, ofProgramme])).toEqual([
      ['bulletin-released', 'bulletin-released', 'bulletins', '测试员', true],
      ['6a变为滞后', '6a turned behind', 'figures', '', false],
      ['人力社保局报送计划，共 4 个节点', 'Human Resources sent a plan with 4 milestones', 'plan', '测试员', false],
    ]);
    expect(lines.map(({ at }) => at.slice(0, 10))).toEqual(['2026-03-05', '2026-02-05', '2026-01-05']);
  });

  it('can be cut down to a topic or a subject, and every line has exactly one topic', async () => {
    await told([
      { measure: 3, code: 'milestone-done', subject: 'milestone:1' },
      { measure: 3, code: 'notice-issued', subject: 'notice:1' },
      { measure: 3, code: 'close-out-approved', subject: 'close-out:1' },
      { measure: 3, code: 'plan-accepted', subject: 'unit:commerce' },
      { measure: 3, code: 'notice-answered', subject: 'milestone:1' },
      { measure: 3, code: 'something-else' },
    ]);
    const counts: Partial<Record<Topic, number>> = {};
    for (const topic of ['plan', 'supervision', 'close-out', 'figures', 'bulletins', 'consultation', 'measure'] as const) {
      const { lines } = await read({ no: 3, topic });
      expect(lines.filter((line) => line.topic !== topic)).toEqual([]);
      counts[topic] = lines.filter(({ ofProgramme }) => !ofProgramme).length;
    }
    expect(counts).toEqual({ plan: 3, supervision: 1, 'close-out': 1, figures: 0, bulletins: 0, consultation: 0, measure: 1 });
    expect((await read({ no: 3, subject: 'milestone:1' })).lines).toHaveLength(2);
    expect(topicOf('unit:x', 'opinion-decided')).toBe('consultation');
  });

  it('comes in pages without losing or repeating a line, and whole as a file', async () => {
    await told(Array.from({ length: 25 }, (_, n) => ({ measure: 4, code: `step-${n}` })));
    const seen: string[] = [];
    for (let before: string | undefined; ; ) {
      const { lines, next } = await read({ no: 4, limit: 10, ...(before ? { before } : {}) });
      seen.push(...lines.map(({ id }) => id));
      if (next === null) break;
      before = next;
    }
    expect(seen).toHaveLength(26);
    expect(new Set(seen).size).toBe(26);
    const csv = await app.inject('/api/measures/4/timeline.csv');
    expect(csv.statusCode).toBe(200);
    expect(csv.body.trim().split('\r\n')).toHaveLength(27);
    expect(csv.body).toContain('发生了什么');
    expect((await app.inject('/api/measures/6/timeline.csv')).body).toContain('乐业（自动）');
    const sheet = await app.inject('/api/measures/4/timeline.xlsx?topic=measure');
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await app.inject('/api/measures/99/timeline.csv')).statusCode).toBe(404);
  });
});
