import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../tests/house.ts';
import { staff } from '../../../tests/kernel.ts';
import { type Actor, system } from '../../kernel/actor/actor.ts';
import { clockAt } from '../../kernel/clock.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { openConsultation } from '../consultation/commands/open-consultation.ts';
import { sendOpinion } from '../consultation/commands/send-opinion.ts';
import { startConsultation } from '../consultation/commands/start-consultation.ts';
import { relightDistrict } from '../lights/module.ts';
import { loadProgramme } from '../programme/commands/load.ts';
import { findProgramme, readPolicy } from '../programme/module.ts';
import { answerNotice } from '../supervision/commands/answer-notice.ts';
import { decideAnswer } from '../supervision/commands/decide-answer.ts';
import { pauseClock } from '../supervision/commands/pause.ts';
import { raiseNotice } from '../supervision/commands/raise-notice.ts';
import { noticeQuery } from '../supervision/module.ts';
import { timelineQuery } from './timeline.ts';

const clock = clockAt(new Date('2026-03-02T02:00:00Z'));
const office = staff({ role: 'programme-office' });
const leader = staff({ role: 'leader' });
const unit = 'planning-resources';
let house: WholeHouse;
beforeAll(async () => {
  house = await openWholeHouse();
}, 120_000);
afterAll(() => house.close());

const kernel = () => ({ ...house.kernel, clock });
const call = (actor: Actor) => ({ district: house.district, actor });
const tick = () => clock.moveTo(new Date(clock.now().getTime() + 60_000));
const read = async (actor: Actor, topic?: 'supervision' | 'figures' | 'consultation') =>
  (await ask(kernel(), timelineQuery, { no: 8, ...(topic ? { topic } : {}) }, call(actor))).lines;

it('a line about supervision says what, about what, whose and when, in the words of the file too', async () => {
  const { notice } = await execute(
    kernel(),
    raiseNotice,
    { measure: 8, unit, step: 'notice', instruction: '请报送用地清单', instructedBy: '区领导', termWorkingDays: 5 },
    call(office),
  );
  tick();
  const answer = { notice, kind: 'new-date', text: '清单月底交齐', newDate: '2026-03-31' };
  await execute(kernel(), answerNotice, answer, call(staff({ role: 'liaison', unit })));
  tick();
  const [given] = (await ask(kernel(), noticeQuery, { notice }, call(office))).answers;
  await execute(kernel(), decideAnswer, { notice, answer: given?.id, accept: true }, call(office));
  tick();
  await execute(kernel(), pauseClock, { subject: 'measure:8', from: '2026-03-10', reason: '等市里批复' }, call(office));
  tick();
  const quiet = { subject: 'district', from: '2026-03-16', to: '2026-03-20', reason: '全区会议期间' };
  await execute(kernel(), pauseClock, quiet, call(office));
  const lines = await read(leader, 'supervision');
  expect(lines.map(({ text }) => text.zh)).toEqual([
    '全区静默期2026年3月16日至2026年3月20日：全区会议期间',
    '这项任务自2026年3月10日起暂停计时：等市里批复',
    '专班认可市规自委通州分局对督办通知〔2026〕第1号的答复（“提供新市民专项房源”）',
    '市规自委通州分局答复督办通知〔2026〕第1号（“提供新市民专项房源”），改到2026年3月31日：清单月底交齐',
    '向市规自委通州分局发出督办通知〔2026〕第1号：区领导交办：请报送用地清单',
  ]);
  for (const { text } of lines) expect(`${text.zh}${text.en}`).not.toMatch(/\{|\d{4}-\d{2}-\d{2}/);
  expect(
    lines.map(({ isMinor }) => isMinor),
    'a quiet period is of the whole district',
  ).toEqual([true, false, false, false, false]);
  const browser = await house.signIn('leader');
  const file = await browser.ask('GET', '/api/measures/8/timeline.csv?topic=supervision');
  for (const { text } of lines) expect(file.text).toContain(text.zh.replaceAll('"', '""'));
});

it('tells nobody what they may not read where it comes from', async () => {
  for (const role of ['street-officer', 'specialist'] as const) {
    expect(await read(staff({ role, area: house.town }), 'supervision'), role).toEqual([]);
    const browser = await house.signIn(role === 'specialist' ? 'specialist' : 'street');
    expect((await browser.ask('GET', '/api/measures/8/timeline.csv')).text).not.toContain('用地清单');
  }
});

it('what units ask of another paper stands on no task’s timeline', async () => {
  const text = '云澜区零工服务提升若干措施\n一、主要任务\n1.建好零工驿站。到2027年底，建成零工驿站60个。\n';
  const paper = { title: '零工服务若干措施', read: { text, reading: readPolicy(text) } };
  const started = await execute(kernel(), startConsultation, paper, call(office));
  const asked = { ...started, version: 1, units: [unit], isPublic: false, dueOn: '2026-03-27' };
  await execute(kernel(), openConsultation, asked, call(office));
  const opinion = { ...started, unit, version: 1, kind: 'remark', why: '请写明用地由谁保障' };
  await execute(kernel(), sendOpinion, opinion, call(staff({ role: 'liaison', unit })));
  expect(await read(leader, 'consultation')).toEqual([]);
  expect((await read(leader)).filter(({ text }) => text.zh.includes('零工服务若干措施'))).toEqual([]);
});

it('a target that another programme changes is told, and a light that only got better is no headline', async () => {
  await relightDistrict(kernel(), house.district);
  const programme = (await inDistrict(house.kernel.database, house.district, findProgramme, 'read'))?.programme;
  if (!programme) throw new Error('the house has a programme');
  const changed = structuredClone(programme) as { measures: { figures: { code: string; target: { value: number } }[] }[] };
  for (const { figures } of changed.measures) for (const figure of figures) if (figure.code === '8') figure.target.value = 1800;
  tick();
  await execute(kernel(), loadProgramme, { programme: changed, note: '修订' }, call(system('test')));
  const [target, first] = await read(leader, 'figures');
  expect(target).toMatchObject({ subject: 'figure:8', isMinor: false });
  expect(target?.text.zh).toMatch(/^“保障性租赁住房”（区住房城乡建设委）的目标由“.*1,500.*”改为“.*1,800.*”$/);
  expect(first?.text.zh).toMatch(/^“保障性租赁住房”（区住房城乡建设委）开始亮灯：/);
});
