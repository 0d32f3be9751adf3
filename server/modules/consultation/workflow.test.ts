import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '../../kernel/actor/actor.ts';
import { sendDigest } from '../today/digest.ts';
import { answerNoComment } from './commands/answer-no-comment.ts';
import { decideOpinion } from './commands/decide-opinion.ts';
import { openConsultation } from './commands/open-consultation.ts';
import { publishConsultation } from './commands/publish.ts';
import { respondAsPublic, respondToDecision } from './commands/respond.ts';
import { sendOpinion } from './commands/send-opinion.ts';
import { sendPublicOpinion } from './commands/send-public-opinion.ts';
import { confirmPlace, signOffContradiction } from './commands/sign-off.ts';
import { type City, DRAFT, liaisonOf, office, openCity, otherOfficer } from './consultation.fixture.ts';
import { showContact } from './contact.ts';
import { compareVersions, consultationList } from './queries/consultations.ts';
import { publicAnswer, publicText } from './queries/public.ts';
import { summary } from './queries/summary.ts';
import { receiptNumber } from './receipt.ts';

const finance = liaisonOf('finance');
const education = liaisonOf('education');
const leye = system('portal');
const spanOf = (words: string, text = DRAFT): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];

let city: City;
beforeAll(async () => {
  city = await openCity();
}, 120_000);
afterAll(() => city?.close());

const stations = (consultation: string) => ({
  consultation,
  unit: 'finance',
  version: 1,
  span: spanOf('建成零工驿站60个'),
  kind: 'replace',
  newWords: '建成零工驿站48个',
  why: '资金只够四十八个。',
});
const send = (consultation: string, change: object = {}, actor = finance) =>
  city.run(sendOpinion, { ...stations(consultation), ...change }, actor);
const decide = (opinion: string, decision: string, more: object = {}) =>
  city.run(decideOpinion, { opinion, revision: 0, decision, reason: '研究过了。', ...more });
const only = async (consultation: string) => {
  const [opinion] = (await city.shown(consultation)).opinions;
  if (!opinion) throw new Error('there is no opinion');
  return opinion;
};

describe('from a draft to a published paper', () => {
  it('an adopted opinion holds publication up until the text does what was promised', async () => {
    const consultation = await city.opened();
    const { opinion } = await send(consultation);
    await city.run(answerNoComment, { consultation, unit: 'education' }, education);
    expect((await only(consultation)).standing).toBe('undecided');
    expect(await decide(opinion, 'adopted')).toEqual({ revision: 1, verdict: 'contradiction' });
    await expect(city.run(publishConsultation, { consultation, version: 1 })).rejects.toMatchObject({
      code: 'consultation-unsettled',
      details: [{ at: opinion, code: 'opinion-contradiction', params: { number: 1 } }],
    });
    const edited = DRAFT.replace('驿站60个', '驿站48个');
    expect(await city.save(consultation, 1, edited)).toEqual({ version: 2, settled: 1, unsettled: 0 });
    const shown = await only(consultation);
    expect(shown).toMatchObject({ verdict: 'consistent', standing: 'settled', anchor: { state: 'edited' } });
    expect(shown.anchor.span && edited.slice(...shown.anchor.span)).toBe('建成零工驿站48个');
    // A later edit undoes the change: the check runs again in the command that saves.
    expect(await city.save(consultation, 2, DRAFT)).toEqual({ version: 3, settled: 0, unsettled: 1 });
    await city.save(consultation, 3, edited);
    await city.run(respondToDecision, { opinion, revision: 1, response: 'accepted', why: '' }, finance);
    const { paper } = await city.run(publishConsultation, { consultation, version: 4 });
    expect(paper).toMatch(/^[0-9a-f-]{36}$/);
    await expect(city.save(consultation, 4, DRAFT)).rejects.toMatchObject({ code: 'consultation-published' });
    await expect(send(consultation, { why: '晚了。' })).rejects.toMatchObject({ code: 'consultation-not-open' });
    const { rows } = await city.owner.query('SELECT code FROM timeline_entry WHERE subject = $1 ORDER BY id', [
      `consultation:${consultation}`,
    ]);
    expect(rows.map(({ code }) => code).toSorted()).toEqual(
      [
        'consultation-opened',
        'consultation-opinion',
        'consultation-no-comment',
        'opinion-decided',
        'opinion-accepted',
        'consultation-published',
      ].toSorted(),
    );
  });

  it('reworded words need a person, whose confirmation holds for exactly those words', async () => {
    const consultation = await city.opened();
    const { opinion } = await send(consultation, {
      span: spanOf('培训合格的发给证书'),
      newWords: '培训合格的学员由培训机构免费发给证书',
    });
    await decide(opinion, 'adopted');
    const reworded = DRAFT.replace('培训合格的发给证书', '培训合格的零工，由培训机构免费发给证书');
    await city.save(consultation, 1, reworded);
    const shown = await only(consultation);
    expect(shown).toMatchObject({ verdict: 'needs a person', standing: 'to-confirm' });
    const place = shown.findings[0]?.place;
    expect(place && reworded.slice(...place)).toContain('由培训机构免费发给证书');
    expect(shown.findings[0]?.difference?.length).toBeGreaterThan(1);
    await city.run(confirmPlace, { opinion, version: 2, revision: 1, span: place, note: '' });
    expect((await only(consultation)).standing).toBe('settled');
    // An edit elsewhere leaves the confirmation standing; an edit of those words does not.
    await city.save(consultation, 2, reworded.replace('10小时', '12小时'));
    expect(await only(consultation)).toMatchObject({ standing: 'settled', signOff: { kind: 'confirmed' } });
    await city.save(consultation, 3, reworded.replace('由培训机构免费发给证书', '由培训机构发给证书'));
    expect((await only(consultation)).standing).toBe('to-confirm');
  });

  it('a refused removal that was made all the same is a contradiction, until somebody signs it off with a reason', async () => {
    const consultation = await city.opened();
    const { opinion } = await send(consultation, {
      kind: 'remove',
      span: spanOf('区财政局'),
      newWords: undefined,
      oldWords: '区财政局',
    });
    expect(await decide(opinion, 'not adopted')).toMatchObject({ verdict: 'consistent' });
    await city.save(consultation, 1, DRAFT.replace('区财政局、', ''));
    expect(await only(consultation)).toMatchObject({ verdict: 'contradiction', standing: 'contradiction' });
    await expect(city.run(confirmPlace, { opinion, version: 2, revision: 1, note: '' })).rejects.toMatchObject({
      code: 'opinion-needs-no-person',
    });
    await city.run(signOffContradiction, { opinion, version: 2, revision: 1, reason: '分管区领导已同意财政局退出。' });
    expect(await only(consultation)).toMatchObject({ standing: 'settled', signOff: { kind: 'signed-off' } });
    const { rows } = await city.read(summary, { consultation });
    expect(rows[0]?.at(-1)?.zh).toContain('矛盾已由测试员签字保留：分管区领导已同意财政局退出');
    // Deciding anew needs a new signature.
    await city.run(decideOpinion, { opinion, revision: 1, decision: 'adopted', reason: '同意退出。' });
    expect(await only(consultation)).toMatchObject({ verdict: 'consistent', standing: 'settled', signOff: null });
  });

  it('a contested decision is answered once more; what is thought of that is shown and holds nothing up', async () => {
    const consultation = await city.opened();
    const { opinion } = await send(consultation, {
      kind: 'remark',
      span: undefined,
      newWords: undefined,
      why: '措施要更可操作。',
    });
    await decide(opinion, 'not adopted');
    expect((await only(consultation)).standing).toBe('settled');
    const contest = { opinion, revision: 1, response: 'contested', why: '' };
    await expect(city.run(respondToDecision, contest, finance)).rejects.toMatchObject({ code: 'opinion-contested-without-why' });
    await city.run(respondToDecision, { ...contest, why: '理由没有说清。' }, finance);
    expect((await only(consultation)).standing).toBe('contested');
    await city.run(decideOpinion, { opinion, revision: 1, decision: 'not adopted', reason: '操作细则另行印发。' });
    expect((await only(consultation)).standing).toBe('settled');
    await city.run(respondToDecision, { ...contest, revision: 2, why: '仍不同意。' }, finance);
    expect((await only(consultation)).standing).toBe('settled');
    expect((await city.read(summary, { consultation })).rows[0]?.at(-1)?.zh).toContain('仍不同意');
  });

  it('words promised for a part are held to like those of an adopted opinion', async () => {
    const consultation = await city.opened();
    const { opinion } = await send(consultation);
    expect(await decide(opinion, 'partly', { promised: '建成零工驿站50个' })).toMatchObject({ verdict: 'needs a person' });
    await city.save(consultation, 1, DRAFT.replace('60个', '50个'));
    expect(await only(consultation)).toMatchObject({ verdict: 'consistent', standing: 'settled' });
  });
});

describe('who may see and do what', () => {
  it('a unit sees the paper it is asked about and its own opinions, nobody else’s; a unit that is not asked sees nothing', async () => {
    const consultation = await city.opened();
    await send(consultation);
    const own = await city.shown(consultation, finance);
    expect([own.opinions.length, own.units.map(({ unit }) => unit), own.versions, own.otherUnits]).toEqual([
      1,
      ['finance'],
      [],
      [],
    ]);
    expect((await city.shown(consultation, education)).opinions).toEqual([]);
    await expect(city.shown(consultation, liaisonOf('human-resources'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(send(consultation, { unit: 'education' })).rejects.toMatchObject({ code: 'not-found' });
    const other = await city.read(consultationList, {}, liaisonOf('human-resources'));
    expect(other.consultations).toEqual([]);
  });
  it('a draft that is not open yet is nobody’s but the office’s', async () => {
    const consultation = await city.start();
    await expect(city.shown(consultation, finance)).rejects.toMatchObject({ code: 'not-found' });
    await expect(city.read(publicText, { consultation }, leye)).rejects.toMatchObject({ code: 'not-found' });
  });
  it('while the office edits, units keep speaking of the version they were asked about', async () => {
    const consultation = await city.opened();
    await city.save(consultation, 1, DRAFT.replace('3000人次', '3500人次'));
    expect((await city.shown(consultation, finance)).text).toBe(DRAFT);
    await send(consultation);
    expect((await only(consultation)).anchor).toEqual({ state: 'kept', span: spanOf('建成零工驿站60个') });
    const [own] = (await city.shown(consultation, finance)).opinions;
    expect(own?.anchor).toEqual({ state: 'kept', span: spanOf('建成零工驿站60个') });
  });
});

describe('wrong, twice, late, at once', () => {
  it('refuses a due date in the past, nobody to ask, and a unit that does not exist; a day off becomes the next working day', async () => {
    const consultation = await city.start();
    const open = { consultation, version: 1, units: ['finance'], isPublic: false, dueOn: '2026-03-13' };
    const refused = (change: object) => expect(city.run(openConsultation, { ...open, ...change })).rejects;
    await refused({ dueOn: '2026-03-01' }).toMatchObject({ code: 'consultation-due-past' });
    await refused({ dueOn: '2026-02-30' }).toMatchObject({ code: 'consultation-due-past' });
    await refused({ dueOn: '2028-03-01' }).toMatchObject({ code: 'consultation-due-far' });
    await refused({ units: [] }).toMatchObject({ code: 'consultation-nobody-asked' });
    await refused({ units: ['no-such-unit'] }).toMatchObject({ code: 'consultation-unit-unknown' });
    await refused({ version: 2 }).toMatchObject({ code: 'consultation-version-stale' });
    expect(await city.run(openConsultation, { ...open, dueOn: '2026-03-14' })).toMatchObject({ dueOn: '2026-03-16' });
  });
  it('refuses words outside the text, and opinions that do not say what they want', async () => {
    const consultation = await city.opened();
    await expect(send(consultation, { span: [5, 99_999] })).rejects.toMatchObject({ code: 'opinion-span-outside' });
    await expect(send(consultation, { span: [9, 9] })).rejects.toMatchObject({ code: 'opinion-span-outside' });
    await expect(send(consultation, { newWords: undefined })).rejects.toMatchObject({ code: 'opinion-without-new-words' });
    await expect(send(consultation, { span: undefined })).rejects.toMatchObject({ code: 'opinion-without-old-words' });
    await expect(send(consultation, { version: 9 })).rejects.toMatchObject({ code: 'opinion-version-moved' });
    await expect(send(consultation, { why: ' ' })).rejects.toMatchObject({ code: 'shape' });
  });
  it('takes the same opinion once, however often it is sent', async () => {
    const consultation = await city.opened();
    const first = await send(consultation);
    expect(await send(consultation)).toEqual({ ...first, isNew: false });
    const all = await Promise.all(Array.from({ length: 8 }, () => send(consultation, { why: '另一条。' })));
    expect(new Set(all.map(({ opinion }) => opinion)).size).toBe(1);
    expect((await city.shown(consultation)).opinions).toHaveLength(2);
    await city.run(answerNoComment, { consultation, unit: 'education' }, education);
    await city.run(answerNoComment, { consultation, unit: 'education' }, education);
    await expect(city.run(answerNoComment, { consultation, unit: 'finance' }, finance)).rejects.toMatchObject({
      code: 'consultation-has-opinions',
    });
  });
  it('takes late answers and marks them', async () => {
    const consultation = await city.opened();
    city.clock.moveTo(new Date('2026-03-16T02:00:00Z'));
    try {
      expect(await send(consultation)).toMatchObject({ isLate: true });
      expect(await city.run(answerNoComment, { consultation, unit: 'education' }, education)).toEqual({ isLate: true });
      const { paragraphs } = await city.read(summary, { consultation });
      expect(paragraphs.map(({ zh }) => zh).join()).toContain('区教委、区财政局在截止后答复');
    } finally {
      city.clock.moveTo(new Date('2026-03-02T02:00:00Z'));
    }
  });
  it('of two officers who decide at once one does, and the other learns who was first', async () => {
    const consultation = await city.opened();
    const { opinion } = await send(consultation);
    const input = { opinion, revision: 0, decision: 'adopted', reason: '同意。' };
    const both = await Promise.allSettled([city.run(decideOpinion, input), city.run(decideOpinion, input, otherOfficer)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find(({ status }) => status === 'rejected');
    expect(lost).toMatchObject({ reason: { code: 'opinion-decided-meanwhile', kind: 'conflict' } });
    expect((await only(consultation)).decisions).toHaveLength(1);
  });
  it('a text made on an older version is not saved over a newer one; the same text again is no new version', async () => {
    const consultation = await city.opened();
    const mine = DRAFT.replace('60个', '61个');
    const both = await Promise.allSettled([
      city.save(consultation, 1, mine),
      city.save(consultation, 1, DRAFT.replace('60个', '62个'), otherOfficer),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'consultation-version-stale', params: { version: 2, base: 1 } },
    });
    const { text, line } = await city.shown(consultation);
    expect(await city.save(consultation, 1, text)).toMatchObject({ version: line.version });
  });
  it('a confirmation or signature on what has changed meanwhile is refused', async () => {
    const consultation = await city.opened();
    const { opinion } = await send(consultation);
    await decide(opinion, 'adopted');
    await city.save(consultation, 1, DRAFT.replace('3000', '3500'));
    const sign = { opinion, version: 1, revision: 1, reason: '没有看到新稿。' };
    await expect(city.run(signOffContradiction, sign)).rejects.toMatchObject({ code: 'consultation-version-stale' });
    await expect(city.run(signOffContradiction, { ...sign, version: 2, revision: 2 })).rejects.toMatchObject({
      code: 'opinion-decision-changed',
    });
  });
});

describe('the public', () => {
  it('speaks without a name, holds a number, sees what became of it, and may contest it', async () => {
    const consultation = await city.opened({ isPublic: true });
    const given = { consultation, version: 1, kind: 'add', newWords: '夜间也开放', why: '夜班工人需要。', contact: '南门小卖部' };
    const { opinion } = await city.run(sendPublicOpinion, given, leye, 'form-1');
    expect((await city.run(sendPublicOpinion, given, leye, 'form-1')).opinion).toBe(opinion);
    const receipt = receiptNumber(city.kernel.services.seal, opinion, city.district);
    expect(receipt).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/);
    await decide(opinion, 'not adopted');
    const answer = await city.read(publicAnswer, { receipt: receipt.toLowerCase().replaceAll('-', ' ') }, leye);
    expect(answer?.opinion.decisions).toMatchObject([{ decision: 'not adopted', reason: '研究过了。' }]);
    await city.run(respondAsPublic, { receipt, revision: 1, response: 'contested', why: '白天都在上班。' }, leye);
    expect((await only(consultation)).standing).toBe('contested');
    expect(await city.read(publicAnswer, { receipt: 'AAAA-AAAA-AAAA' }, leye)).toBeUndefined();
    const { rows } = await city.owner.query('SELECT contact, receipt FROM opinion WHERE id = $1', [opinion]);
    expect(Buffer.from(rows[0].contact).toString('utf8')).not.toContain('小卖部');
    expect((await city.run(showContact, { opinion })).contact).toBe('南门小卖部');
  });
  it('is forgotten as a person once the paper is published', async () => {
    const consultation = await city.opened({ isPublic: true });
    const given = { consultation, version: 1, kind: 'remark', why: '写得清楚。', contact: '南门小卖部' };
    const { opinion } = await city.run(sendPublicOpinion, given, leye, 'form-9');
    await decide(opinion, 'not adopted');
    await city.run(publishConsultation, { consultation, version: 1, reason: '上级要求本周印发。' });
    await expect(city.run(showContact, { opinion })).rejects.toMatchObject({ code: 'not-found' });
    expect((await only(consultation)).hasContact).toBe(false);
  });
  it('two people who say the same have each their own opinion', async () => {
    const consultation = await city.opened({ isPublic: true });
    const given = { consultation, version: 1, kind: 'add', newWords: '夜间也开放', why: '需要。' };
    const [one, other] = [
      await city.run(sendPublicOpinion, given, leye, 'form-2'),
      await city.run(sendPublicOpinion, given, leye, 'form-3'),
    ];
    expect(one.opinion).not.toBe(other.opinion);
  });
  it('finds nothing where the public was not asked, and may not leave numbers of people in the text', async () => {
    const given = { version: 1, kind: 'remark', why: '请打 13800001234 找我。' };
    await expect(city.run(sendPublicOpinion, { ...given, consultation: await city.opened() }, leye)).rejects.toMatchObject({
      code: 'not-found',
    });
    const consultation = await city.opened({ isPublic: true });
    await expect(city.run(sendPublicOpinion, { ...given, consultation }, leye)).rejects.toMatchObject({
      code: 'opinion-personal',
    });
  });
});

describe('reminders', () => {
  const account = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  it('go into the one message of the day: when a paper comes, once again before it is due, and never to a unit that has answered', async () => {
    const own = await openCity();
    try {
      await own.liaisonAccount(account(1), 'finance');
      await own.liaisonAccount(account(2), 'education');
      const first = await own.opened({ dueOn: '2026-03-13' });
      await own.opened({ dueOn: '2026-03-13' });
      const toldOn = async (day: string) => {
        own.clock.moveTo(new Date(`${day}T00:30:00Z`));
        const before = own.sent.length;
        for (const number of [1, 2, 1, 2]) await own.run(sendDigest, { account: account(number) }, system('digest'));
        return own.sent.slice(before).map((one) => one.account);
      };
      expect(await toldOn('2026-03-02')).toEqual([account(1), account(2)]);
      await own.run(answerNoComment, { consultation: first, unit: 'education' }, education);
      expect(await toldOn('2026-03-09')).toEqual([]);
      expect(await toldOn('2026-03-10')).toEqual([account(1), account(2)]);
      expect(own.sent.at(-1)?.text).toContain('您今天有 1 件事要办');
      expect(await toldOn('2026-03-11')).toEqual([]);
    } finally {
      await own.close();
    }
  });
});

describe('large', () => {
  it('a paper of a megabyte with five hundred opinions is saved and checked anew within seconds', async () => {
    const measures = Array.from(
      { length: 400 },
      (_, i) =>
        `${i + 1}.第${i + 1}项工作。${Array.from({ length: 60 }, (_, k) => `第${i}类第${k}款事项由相关单位负责办理`).join('，')}。\n牵头单位：区人力社保局\n配合单位：区财政局\n`,
    );
    const text = `云澜区大方案\n一、主要任务\n${measures.join('')}`;
    expect(Buffer.byteLength(text)).toBeGreaterThan(1_000_000);
    const consultation = await city.opened({ text });
    for (let i = 0; i < 500; i += 1) {
      const words = `第${i % 400}类第${i % 60}款事项由相关单位负责办理`;
      const number = `0000${i}`.slice(-4);
      await city.owner.query(
        `INSERT INTO opinion (district, id, consultation, number, unit, version, span_from, span_to, measure, kind, old_words, new_words, why, content_hash, is_late, sent_by, sent_by_name, sent_at)
         VALUES ($1, $2, $3, $4, 'finance', 1, $5, $6, $7, 'replace', $8, $9, '更清楚。', decode(md5($10), 'hex'), false, 'x', 'x', now())`,
        [
          city.district,
          `00000000-0000-7000-9000-00000000${number}`,
          consultation,
          i + 1,
          ...spanOf(words, text),
          (i % 400) + 1,
          words,
          `${words}并按月报告`,
          number,
        ],
      );
      await city.owner.query(
        `INSERT INTO opinion_decision (district, opinion, revision, decision, reason, decided_by, decided_by_name, decided_at) VALUES ($1, $2, 1, 'adopted', '同意。', 'x', 'x', now())`,
        [city.district, `00000000-0000-7000-9000-00000000${number}`],
      );
    }
    const edited = text
      .replaceAll('第7类', '第七类')
      .replace('第9类第9款事项由相关单位负责办理', '第9类第9款事项由相关单位负责办理并按月报告');
    const began = performance.now();
    const saved = await city.save(consultation, 1, edited);
    const took = performance.now() - began;
    expect(saved).toMatchObject({ version: 2 });
    expect(saved.settled).toBeGreaterThan(0);
    expect(took).toBeLessThan(15_000);
    const { pieces } = await city.read(compareVersions, { consultation, before: 1, after: 2 });
    expect(pieces.some(({ kind, text: words }) => kind === 'insert' && words.includes('并按月报告'))).toBe(true);
    expect((await city.shown(consultation)).opinions).toHaveLength(500);
  }, 60_000);
});

it('an opinion of nobody in charge is refused', async () => {
  const consultation = await city.opened();
  await expect(city.run(sendOpinion, stations(consultation), office)).rejects.toMatchObject({ code: 'forbidden' });
});
