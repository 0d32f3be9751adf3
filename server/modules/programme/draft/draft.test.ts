import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff, testKernel } from '../../../../tests/kernel.ts';
import type { Actor } from '../../../kernel/actor/actor.ts';
import type { Command } from '../../../kernel/command/command.ts';
import type { Query } from '../../../kernel/command/query.ts';
import { ask, execute, type Kernel } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { recordKinds } from '../../records/catalogue.ts';
import { confirmDraft } from '../commands/confirm-draft.ts';
import { discardDraft } from '../commands/discard-draft.ts';
import { saveDraft } from '../commands/save-draft.ts';
import { startDraft } from '../commands/start-draft.ts';
import { uploadPaper } from '../commands/upload-paper.ts';
import { compare } from '../queries/compare.ts';
import { oneDraft, onePaper, paperList } from '../queries/drafts.ts';
import { oneVersion, programmeInForce, versionList } from '../queries/versions.ts';
import { readPolicy } from '../reader/read.ts';
import type { Draft } from './contract.ts';
import { finished, samplePaper } from './papers.fixture.ts';

let kernel: Kernel;
let close: () => Promise<void>;
const office = staff({ role: 'programme-office' });
const colleague: Actor = { kind: 'staff', id: 'second', name: '王老师', grants: [{ role: 'programme-office' }] };

beforeAll(async () => {
  ({ kernel, close } = await testKernel(recordKinds));
});
afterAll(() => close());

// biome-ignore lint/suspicious/noExplicitAny: commands of many shapes go through these two
const does = <A>(command: Command<any, A>, input: object, actor: Actor = office, district = '110112') =>
  execute(kernel, command, input, { district, actor });
// biome-ignore lint/suspicious/noExplicitAny: as above
const asks = <A>(query: Query<any, A>, input: object, actor: Actor = office, district = '110112') =>
  ask(kernel, query, input, { district, actor });

const upload = (text: string, name = 'paper.txt', actor = office, district = '110112') =>
  does(
    uploadPaper,
    { name, text, sha256: createHash('sha256').update(text).digest('hex'), reading: readPolicy(text) },
    actor,
    district,
  );

async function drafted(text: string): Promise<Draft> {
  const { paper } = await upload(text);
  const { draft } = await does(startDraft, { paper });
  return asks(oneDraft, { draft });
}

/** From a paper to the version in force, as the programme office does it. */
async function confirmed(text: string): Promise<number> {
  const { draft, revision, content, inForce } = await drafted(text);
  const saved = await does(saveDraft, { draft, revision, content: finished(content) });
  return (await does(confirmDraft, { draft, revision: saved.revision, replaces: inForce })).version;
}

describe('a paper becomes a programme', () => {
  it('is drafted with codes, figures and counting rules, and nothing is confirmed yet', async () => {
    const draft = await drafted(samplePaper());
    expect(draft.content.units.map(({ code }) => code)).toEqual([
      'human-resources',
      'finance',
      'education',
      'street-offices',
      'town-governments',
    ]);
    const figures = draft.content.measures.flatMap((measure) => measure.figures);
    expect(
      figures.map(({ code, target, unit, count }) => [code, target.comparator, target.value, target.per, unit.zh, count]),
    ).toEqual([
      ['1', '>=', 3000, 'year', '人次', { rule: 'sum', facts: { kind: 'training.completed' }, window: 'year' }],
      ['2', '>=', 150_000_000, 'year', '元', { rule: 'sum', facts: { kind: 'loan.disbursed' }, window: 'year' }],
      ['3a', '>=', 3, 'month', '场', { rule: 'sum', facts: { kind: 'activity.held', variants: ['live-show'] }, window: 'month' }],
      ['3b', '>=', 20, 'programme', '处', null],
    ]);
    expect(draft).toMatchObject({ revision: 1, state: 'open', inForce: null, unconfirmed: 1 + 2 + 5 + 3 + 4 });
    expect(draft.findings).toContainEqual(
      expect.objectContaining({ level: 'error', code: 'check-missing', path: '/measures/2/figures/1/count' }),
    );
    expect(draft.findings).toContainEqual(
      expect.objectContaining({ level: 'doubt', code: 'doubt-no-record', path: '/measures/2/figures/1/count' }),
    );
  });

  it('every item points at its words in the paper', async () => {
    const draft = await drafted(samplePaper());
    const { text } = await asks(onePaper, { paper: draft.paper });
    const [training] = draft.content.measures[0]?.figures ?? [];
    expect(text.slice(...(training?.spans[1] ?? [0, 0]))).toBe('3000人次');
    for (const unit of draft.content.units) for (const span of unit.spans) expect(text.slice(...span)).toBe(unit.name.zh);
  });

  it('is not confirmed while anything is open, and says what', async () => {
    const { draft, revision } = await drafted(samplePaper());
    const refused = does(confirmDraft, { draft, revision, replaces: null });
    await expect(refused).rejects.toMatchObject({ code: 'draft-not-ready', params: { unconfirmed: 15 } });
    await expect(refused).rejects.toMatchObject({
      details: expect.arrayContaining([
        expect.objectContaining({ at: '/measures/2/figures/1/count', code: 'check-missing' }),
        { at: '/units/0', code: 'draft-unconfirmed' },
      ]),
    });
    await expect(asks(programmeInForce, {})).rejects.toMatchObject({ code: 'no-programme' });
  });

  it('two editors at once: the second learns who saved, and nothing is overwritten', async () => {
    const { draft, revision, content } = await drafted(samplePaper());
    const mine = { ...content, title: { zh: '我的标题', en: 'Mine' } };
    const theirs = { ...content, title: { zh: '他们的标题', en: 'Theirs' } };
    const outcomes = await Promise.allSettled([
      does(saveDraft, { draft, revision, content: mine }, office),
      does(saveDraft, { draft, revision, content: theirs }, colleague),
    ]);
    const [won, lost] = [
      outcomes.find(({ status }) => status === 'fulfilled'),
      outcomes.find(({ status }) => status === 'rejected'),
    ];
    expect(won).toBeDefined();
    const winner =
      outcomes[0]?.status === 'fulfilled' ? { title: mine.title, name: '测试员' } : { title: theirs.title, name: '王老师' };
    expect(lost).toMatchObject({
      reason: { kind: 'conflict', code: 'draft-moved-on', params: { name: winner.name, revision: 2 } },
    });
    const now = await asks(oneDraft, { draft });
    expect(now.content.title).toEqual(winner.title);
    // The other loads it, and saves on top.
    await does(saveDraft, { draft, revision: now.revision, content: { ...now.content, title: content.title } }, colleague);
  });

  it('once finished and confirmed, it is version 1, with its units known and its draft closed', async () => {
    expect(await confirmed(samplePaper())).toBe(1);
    const version = await asks(programmeInForce, {});
    expect(version).toMatchObject({ version: 1, measures: 3, figures: 4, note: 'paper.txt', confirmed: { name: '测试员' } });
    expect(version.programme.measures[2]?.figures[1]?.count).toEqual({ rule: 'typed', lapsesAfterDays: 100 });
    const units = await inDistrict(kernel.database, '110112', ({ db }) => db.selectFrom('unit').select('name').execute(), 'read');
    expect(units.map(({ name }) => name).toSorted()).toEqual([
      '中仓街道办事处',
      '区人力社保局',
      '区教委',
      '区财政局',
      '马驹桥镇政府',
    ]);
    const again = does(saveDraft, {
      draft: version.draft,
      revision: 9,
      content: (await asks(oneDraft, { draft: version.draft ?? '' })).content,
    });
    await expect(again).rejects.toMatchObject({ code: 'draft-closed', params: { state: 'confirmed', name: '测试员' } });
  });

  it('the very same file again is the same paper', async () => {
    const first = await upload(samplePaper());
    expect(first.isNew).toBe(false);
    const twins = await Promise.all([upload(`${samplePaper()}\n`), upload(`${samplePaper()}\n`, 'other-name.txt', colleague)]);
    expect(new Set(twins.map(({ paper }) => paper)).size).toBe(1);
    expect(twins.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect((await asks(paperList, {})).filter(({ name }) => name === 'paper.txt').length).toBeGreaterThan(0);
  });

  it('two who start on the same paper work on the same draft', async () => {
    const { paper } = await upload(samplePaper({ trained: '3333人次' }));
    const starts = await Promise.all([does(startDraft, { paper }), does(startDraft, { paper }, colleague)]);
    expect(new Set(starts.map(({ draft }) => draft)).size).toBe(1);
    const { draft } = starts[0];
    await does(discardDraft, { draft, revision: 1 });
    await expect(does(discardDraft, { draft, revision: 2 })).rejects.toMatchObject({
      code: 'draft-closed',
      params: { state: 'discarded' },
    });
    expect((await does(startDraft, { paper })).isNew).toBe(true);
  });
});

describe('a corrected paper', () => {
  const corrected = () => samplePaper({ trained: '3500人次', loans: '2亿元', cooperating: '区财政局、区商务局' });

  it('shows exactly what changed against the version in force, before anybody touches it', async () => {
    const { paper } = await upload(corrected(), 'corrected.txt');
    const { programme, paper: words } = await asks(compare, { before: 'version:1', after: `paper:${paper}` });
    expect(programme).toMatchObject({
      changes: [],
      areasAdded: [],
      areasRemoved: [],
      unitsAdded: ['区商务局'],
      unitsRemoved: ['区教委'],
    });
    expect(programme?.measures.map(({ no, kind }) => [no, kind])).toEqual([
      [1, 'changed'],
      [2, 'changed'],
    ]);
    const [training, loans] = programme?.measures ?? [];
    expect(training).toMatchObject({
      changes: [],
      leadAdded: [],
      cooperatingAdded: ['区商务局'],
      cooperatingRemoved: ['区教委'],
    });
    const newValue = (measure: typeof training) => measure?.figures[0]?.changes.find(({ field }) => field === 'value');
    expect([newValue(training), newValue(loans)]).toEqual([
      { field: 'value', before: 3000, after: 3500 },
      { field: 'value', before: 150_000_000, after: 200_000_000 },
    ]);
    expect(loans?.figures[0]?.changes.map(({ field }) => field)).toEqual(['promise', 'promiseEnglish', 'value']);
    expect(words?.clauses.map(({ after, changes }) => [after?.no, changes.map(({ what }) => what)])).toEqual([
      [1, ['cooperating-removed', 'cooperating-added', 'figure-changed']],
      [2, ['figure-changed']],
    ]);
  });

  it('carries over counting rules and wording, and asks anew only where the promise changed', async () => {
    const draft = await drafted(corrected());
    const figures = draft.content.measures.flatMap((measure) => measure.figures);
    const before = (await asks(oneVersion, { version: 1 })).programme.measures.flatMap((measure) => measure.figures);
    expect(figures.map(({ count }) => count)).toEqual(before.map(({ count }) => count));
    expect(figures.map(({ doubts }) => doubts.map(({ code }) => code))).toEqual([
      ['doubt-promise-changed'],
      ['doubt-promise-changed'],
      [],
      [],
    ]);
    expect(figures.map(({ promise }) => promise.en)).toEqual(['', '', before[2]?.promise.en, before[3]?.promise.en]);
  });

  it('drops no figure in force that it does not print, but asks whether it stays', async () => {
    const shorter = corrected().replace(/[^。\n]*2亿元[^。\n]*。/, '');
    const figures = (await drafted(shorter)).content.measures.flatMap((measure) => measure.figures);
    const before = (await asks(oneVersion, { version: 1 })).programme.measures.flatMap((measure) => measure.figures);
    expect(figures.map(({ code }) => code).toSorted()).toEqual(before.map(({ code }) => code).toSorted());
    expect(figures.filter(({ printed }) => printed === null)).toMatchObject([
      { target: { value: 150_000_000 }, doubts: [{ code: 'doubt-not-printed' }] },
    ]);
  });

  it('becomes version 2; version 1 stays as it was', async () => {
    const first = await asks(oneVersion, { version: 1 });
    expect(await confirmed(corrected())).toBe(2);
    expect(await asks(oneVersion, { version: 1 })).toEqual(first);
    expect((await asks(versionList, {})).map(({ version }) => version)).toEqual([2, 1]);
    const back = await asks(compare, { before: 'version:2', after: 'version:2' });
    expect(back).toMatchObject({ programme: { changes: [], measures: [] }, paper: { clauses: [] } });
  });

  it('cannot be confirmed over a version that nobody has looked at', async () => {
    const { draft, revision, content } = await drafted(samplePaper({ lapse: 2028 }));
    const saved = await does(saveDraft, { draft, revision, content: finished(content) });
    await expect(does(confirmDraft, { draft, revision: saved.revision, replaces: 1 })).rejects.toMatchObject({
      code: 'programme-moved-on',
      params: { version: 2 },
    });
  });

  it('may not give a known unit another code', async () => {
    const { draft, content, revision } = await drafted(samplePaper({ loans: '3亿元' }));
    const renamed = JSON.parse(JSON.stringify(finished(content)).replaceAll('"finance"', '"treasury"'));
    const saved = await does(saveDraft, { draft, revision, content: renamed });
    await expect(does(confirmDraft, { draft, revision: saved.revision, replaces: 2 })).rejects.toMatchObject({
      code: 'unit-known-otherwise',
      params: { name: '区财政局', known: 'finance', code: 'treasury' },
    });
  });
});

describe('what is no policy paper, and who may not', () => {
  it('a text without measures gives no draft', async () => {
    const { paper } = await upload('今天天气不错，适合出门走走。\n', 'note.txt');
    await expect(does(startDraft, { paper })).rejects.toMatchObject({
      code: 'paper-without-measures',
      params: { name: 'note.txt' },
    });
  });

  it('an unknown paper, draft, version or side reads as not found', async () => {
    const nobody = '00000000-0000-7000-8000-000000000000';
    await expect(does(startDraft, { paper: nobody })).rejects.toMatchObject({ code: 'not-found' });
    await expect(does(startDraft, { paper: 'x' })).rejects.toMatchObject({ code: 'shape' });
    await expect(asks(oneDraft, { draft: nobody })).rejects.toMatchObject({ code: 'not-found' });
    await expect(asks(oneVersion, { version: 99 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(asks(compare, { before: 'version:1', after: `paper:${nobody}` })).rejects.toMatchObject({ code: 'not-found' });
    await expect(asks(compare, { before: 'version:1', after: 'page:2' })).rejects.toMatchObject({ code: 'no-such-side' });
  });

  it('leaders and evaluators read, and change nothing; others see no drafts', async () => {
    const { draft } = await drafted(samplePaper({ trained: '3600人次' }));
    for (const role of ['leader', 'evaluator'] as const) {
      expect((await asks(oneDraft, { draft }, staff({ role }))).draft).toBe(draft);
      await expect(does(discardDraft, { draft, revision: 1 }, staff({ role }))).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(asks(oneDraft, { draft }, staff({ role: 'liaison', unit: 'finance' }))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(upload('x', 'x.txt', { kind: 'visitor' })).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('another district sees neither paper nor draft', async () => {
    const draft = await drafted(samplePaper({ trained: '3700人次' }));
    await expect(asks(oneDraft, { draft: draft.draft }, office, '110113')).rejects.toMatchObject({ code: 'not-found' });
    await expect(asks(onePaper, { paper: draft.paper }, office, '110113')).rejects.toMatchObject({ code: 'not-found' });
    expect(await asks(paperList, {}, office, '110113')).toEqual([]);
  });
});
