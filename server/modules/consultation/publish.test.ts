import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, system } from '../../kernel/actor/actor.ts';
import { todayQuery } from '../today/module.ts';
import { answerNoComment } from './commands/answer-no-comment.ts';
import { decideOpinion } from './commands/decide-opinion.ts';
import { publishConsultation } from './commands/publish.ts';
import { respondToDecision } from './commands/respond.ts';
import { sendOpinion } from './commands/send-opinion.ts';
import { type City, DRAFT, liaisonOf, openCity } from './consultation.fixture.ts';
import { compareVersions, consultationEvents } from './queries/consultations.ts';
import { publicConsultations } from './queries/public.ts';
import { summary } from './queries/summary.ts';

const finance = liaisonOf('finance');
const education = liaisonOf('education');
const BEGINNING = new Date('2026-03-02T02:00:00Z');

let city: City;
beforeAll(async () => {
  city = await openCity();
}, 120_000);
afterAll(() => city?.close());

/** A remark of one unit; the other has no comment unless it is left silent. */
async function remarked({ isSilent = false } = {}) {
  city.clock.moveTo(BEGINNING);
  const consultation = await city.opened();
  const given = { consultation, unit: 'finance', version: 1, kind: 'remark', why: '资金来源没有写明。' };
  const { opinion } = await city.run(sendOpinion, given, finance);
  if (!isSilent) await city.run(answerNoComment, { consultation, unit: 'education' }, education);
  const decide = (revision: number, reason: string) =>
    city.run(decideOpinion, { opinion, revision, decision: 'not adopted', reason });
  const contest = (revision: number, why: string) =>
    city.run(respondToDecision, { opinion, revision, response: 'contested', why }, finance);
  const publish = (more: object = {}) => city.run(publishConsultation, { consultation, version: 1, ...more });
  return { consultation, opinion, decide, contest, publish };
}
const tasksOf = async (actor: Actor) => (await city.read(todayQuery, {}, actor)).tasks;
const printed = async (consultation: string) => {
  const { paragraphs, rows } = await city.read(summary, { consultation });
  return { paragraphs: paragraphs.map(({ zh }) => zh).join(''), verdict: rows[0]?.at(-1)?.zh ?? '' };
};

describe('a paper that is published before everybody had the promised time', () => {
  it('is refused without a reason, and the refusal says whose time is cut short', async () => {
    const { consultation, decide, publish } = await remarked({ isSilent: true });
    await decide(0, '资金另行下达。');
    await expect(publish()).rejects.toMatchObject({
      code: 'consultation-early',
      details: [
        { code: 'early-silent', params: { count: 1, due: '2026-03-13' } },
        { code: 'early-unanswered', params: { number: 1, day: '2026-03-09' } },
      ],
    });
    expect((await city.shown(consultation)).early).toEqual({
      dueOn: '2026-03-13',
      silent: 1,
      isPublicCut: false,
      unanswered: [{ number: 1, respondBy: '2026-03-09' }],
    });
  });

  it('keeps the reason on record: on its page, in its summary, on its timeline', async () => {
    const { consultation, decide, publish } = await remarked();
    await decide(0, '资金另行下达。');
    const reason = '市里要求三月上旬印发。';
    await publish({ reason });
    expect(await city.shown(consultation)).toMatchObject({ publishedReason: reason, early: null });
    expect((await printed(consultation)).paragraphs).toContain(`提前定稿公布（未等到截止日期或各方答复期满），理由：${reason}`);
    const { events } = await city.read(consultationEvents, { consultation });
    expect(events.map(({ text }) => text.zh)).toContain(`《零工服务若干措施》第 1 稿提前定稿公布，理由：${reason}`);
  });

  it('needs none once everybody has answered or the time is over', async () => {
    const answered = await remarked();
    await answered.decide(0, '资金另行下达。');
    await city.run(respondToDecision, { opinion: answered.opinion, revision: 1, response: 'accepted', why: '' }, finance);
    await expect(answered.publish()).resolves.toMatchObject({ isEarly: false });
    const over = await remarked({ isSilent: true });
    await over.decide(0, '资金另行下达。');
    city.clock.moveTo(new Date('2026-03-16T02:00:00Z'));
    await expect(over.publish()).resolves.toMatchObject({ isEarly: false });
  });
});

describe('a contest', () => {
  it('is heard after publication too, for five working days from the decision, and is shown', async () => {
    const { consultation, decide, contest, publish } = await remarked();
    await decide(0, '资金另行下达。');
    await contest(1, '请写进正文。');
    await decide(1, '正文不写资金来源。');
    await publish({ reason: '市里要求今天印发。' });
    expect(await tasksOf(finance)).toContainEqual(expect.objectContaining({ code: 'opinions-decided' }));
    await contest(2, '仍请写进正文。');
    const { paragraphs, verdict } = await printed(consultation);
    expect(paragraphs).toContain('其中 1 条的提出方对采纳情况提出过异议');
    expect(verdict).toContain('提出方曾有异议：请写进正文。；已再次答复');
    expect(verdict).toContain('定稿公布后提出方有异议：仍请写进正文。');
    const { events } = await city.read(consultationEvents, { consultation });
    expect(events.map(({ text }) => text.zh)).toContain('定稿公布后，区财政局对第 1 条意见的采纳情况有异议');
  });

  it('comes too late after that', async () => {
    const { consultation, decide, contest, publish } = await remarked();
    await decide(0, '资金另行下达。');
    await publish({ reason: '市里要求今天印发。' });
    city.clock.moveTo(new Date('2026-03-10T02:00:00Z'));
    await expect(contest(1, '请写进正文。')).rejects.toMatchObject({
      code: 'opinion-response-over',
      params: { day: '2026-03-09' },
    });
    expect((await tasksOf(finance)).filter(({ link }) => link.includes(consultation))).toEqual([]);
  });
});

describe('after publication', () => {
  it('a unit sees the final text, and what became of the version it was asked about', async () => {
    const { consultation, decide, publish } = await remarked();
    await decide(0, '资金另行下达。');
    const final = DRAFT.replace('60个', '66个');
    await city.save(consultation, 1, final);
    const compared = { consultation, before: 1, after: 2 };
    await expect(city.read(compareVersions, compared, finance)).rejects.toMatchObject({ code: 'not-found' });
    await publish({ version: 2, reason: '市里要求今天印发。' });
    expect(await city.shown(consultation, finance)).toMatchObject({ text: final, version: 2, askedVersion: 1 });
    const { pieces } = await city.read(compareVersions, compared, finance);
    expect(pieces.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual(['60', '66']);
    await expect(city.read(compareVersions, compared, liaisonOf('human-resources'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('the public reads when it was published', async () => {
    city.clock.moveTo(BEGINNING);
    const consultation = await city.opened({ isPublic: true });
    await city.run(publishConsultation, { consultation, version: 1, reason: '市里要求今天印发。' });
    const papers = await city.read(publicConsultations, {}, system('portal'));
    expect(papers.find((one) => one.consultation === consultation)).toMatchObject({ isOpen: false, publishedOn: '2026-03-02' });
  });
});
