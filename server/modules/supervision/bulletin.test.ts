import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWholeHouse } from '../../../tests/house.ts';
import { staff } from '../../../tests/kernel.ts';
import { system } from '../../kernel/actor/actor.ts';
import { clockAt } from '../../kernel/clock.ts';
import { ask, execute, type Kernel } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { writeDocx } from '../../kernel/document/docx.ts';
import {
  differencesQuery,
  makeBulletin,
  oneBulletin,
  paperOf,
  paperQuery,
  publicBulletin,
  publishBulletin,
  releaseBulletin,
  saveWords,
  verificationQuery,
} from '../bulletins/module.ts';
import { answerNotice } from './commands/answer-notice.ts';
import { decideAnswer, withdrawNotice } from './commands/decide-answer.ts';
import { raiseNotice } from './commands/raise-notice.ts';
import { superviseDistrict } from './commands/run-day.ts';
import { noticesThen } from './notices-then.ts';
import { noticeQuery } from './queries/notices.ts';
import { listAll } from './store.ts';

const clock = clockAt(new Date('2026-03-02T02:00:00Z'));
const office = staff({ role: 'programme-office' });
const housing = staff({ role: 'liaison', unit: 'housing' });

let house: Awaited<ReturnType<typeof openWholeHouse>>;
let kernel: Kernel;
beforeAll(async () => {
  house = await openWholeHouse();
  kernel = { ...house.kernel, clock };
}, 120_000);
afterAll(() => house.close());

const call = (actor = office) => ({ district: house.district, actor });
const later = (minutes: number) => clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000));
const raise = async () => {
  later(1);
  return (
    await execute(
      kernel,
      raiseNotice,
      {
        step: 'notice',
        measure: 8,
        unit: 'housing',
        instruction: '请说明租赁住房进展',
        instructedBy: '区领导',
        termWorkingDays: 5,
      },
      call(),
    )
  ).notice;
};
const answer = async (notice: string) => {
  later(1);
  await execute(kernel, answerNotice, { notice, kind: 'measure', text: '已安排专人办理' }, call(housing));
};

it('what a bulletin told of notices is counted again as they stood then, whatever became of them; and what is other today is told', async () => {
  const [first, second, third] = [await raise(), await raise(), await raise()];
  await answer(first);
  later(10);
  const { bulletin } = await makeBulletin(kernel, { kind: 'span', from: '2026-03-01', to: '2026-03-02' }, call());
  const paper = await ask(kernel, paperQuery, { bulletin }, call());
  const frozen = paper.snapshot.sections.find(({ name }) => name === 'notices');
  expect(frozen?.numbers).toMatchObject({ notices: 3, answered: 1, waiting: 2 });

  later(10);
  await answer(second);
  const answered = (await ask(kernel, noticeQuery, { notice: first }, call())).answers.at(-1)?.id ?? '';
  await execute(kernel, decideAnswer, { notice: first, answer: answered, accept: false, reason: '没有写明时间' }, call());
  await execute(kernel, withdrawNotice, { notice: third, reason: '发错了单位' }, call());
  clock.moveTo(new Date('2026-04-20T02:00:00Z'));
  await superviseDistrict(kernel, house.district);

  const { rows } = await ask(kernel, verificationQuery, { bulletin }, call());
  const own = rows.filter(({ figure }) => figure === 'section:notices').map(({ key, recounted }) => [key, recounted]);
  expect(Object.fromEntries(own)).toEqual({ urges: 0, notices: 3, talks: 0, answered: 1, waiting: 2, '': 3 });
  expect(rows.filter(({ isEqual }) => !isEqual)).toEqual([]);
  const { sections } = await ask(kernel, differencesQuery, { bulletin }, call());
  expect(sections.find(({ name }) => name === 'notices')).toMatchObject({
    released: [{ zh: expect.stringContaining('督办通知 3 件') }],
    today: [{ zh: expect.stringContaining('督办通知 2 件') }],
  });
});

it('led through their timeline, all notices come to stand where they stand', async () => {
  await inDistrict(kernel.database, house.district, async (transaction) => {
    const kept = await listAll(transaction);
    const { notices } = await noticesThen(transaction, { until: clock.now() });
    expect(kept.length).toBeGreaterThan(3);
    expect(notices.map(({ id, state }) => [id, state])).toEqual(kept.map(({ id, state }) => [id, state]));
  });
});

it('nothing between offices is on a bulletin’s public page or in its public paper: no notice, no addressee, no number of either', async () => {
  const { bulletin } = await makeBulletin(kernel, { kind: 'span', from: '2026-03-01', to: '2026-04-20' }, call());
  const view = await ask(kernel, oneBulletin, { bulletin }, call());
  // Nor does the office carry a number of theirs over into words that everybody reads.
  const paragraphs = [{ id: 'overview-1', zh: '发出{notices.notices}件。', en: 'On {on}.' }];
  await expect(execute(kernel, saveWords, { bulletin, revision: 0, paragraphs }, call())).rejects.toMatchObject({
    details: [{ code: 'unknown-token', params: { token: '{notices.notices}' } }],
  });
  const { sha256, revision } = view;
  const { number } = await execute(kernel, releaseBulletin, { bulletin, sha256, revision }, call());
  await execute(kernel, publishBulletin, { bulletin, isPublic: true }, call());
  const inside = paperOf(await ask(kernel, paperQuery, { bulletin }, call()), 'zh');
  const paper = await ask(kernel, publicBulletin, { number }, call(system('portal')));
  const shown = JSON.stringify(paper);
  const cause = '请说明租赁住房进展';
  expect(JSON.stringify(inside)).toContain(cause);
  for (const language of ['zh', 'en'] as const) {
    const document = paperOf(paper, language);
    const text = JSON.stringify(document);
    const unzipped = unzipSync(await writeDocx(document))['word/document.xml'];
    for (const secret of [cause, '督办情况', '督办事项', 'Supervision', '〔2026〕第1号', 'notices.'])
      for (const rendering of [text, strFromU8(unzipped ?? new Uint8Array())])
        expect(rendering.includes(secret), `${secret} in ${language}`).toBe(false);
    // The task is told all the same, by its light.
    expect(text).toContain(language === 'zh' ? '8．提供新市民专项房源' : '8. Provide homes for new citizens');
  }
  expect(shown).not.toContain(cause);
});
