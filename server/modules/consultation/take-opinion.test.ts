import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '../../kernel/actor/actor.ts';
import { openConsultation } from './commands/open-consultation.ts';
import { sendOpinion } from './commands/send-opinion.ts';
import { sendPublicOpinion } from './commands/send-public-opinion.ts';
import { type City, DRAFT, liaisonOf, openCity } from './consultation.fixture.ts';

const finance = liaisonOf('finance');
const leye = system('portal');
const spanOf = (words: string, text = DRAFT): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];

let city: City;
beforeAll(async () => {
  city = await openCity();
}, 120_000);
afterAll(() => city?.close());

const send = (consultation: string, change: object) =>
  city.run(sendOpinion, { consultation, unit: 'finance', version: 1, kind: 'remove', why: '另行规定。', ...change }, finance);
const sendAsPublic = (consultation: string, change: object) =>
  city.run(sendPublicOpinion, { consultation, version: 1, kind: 'remove', why: '不需要。', ...change }, leye);
const only = async (consultation: string) => {
  const [opinion] = (await city.shown(consultation)).opinions;
  if (!opinion) throw new Error('there is no opinion');
  return opinion;
};

describe('what the office is still writing', () => {
  it('is read by no unit and nobody of the public by giving an opinion on it', async () => {
    const consultation = await city.opened({ isPublic: true });
    await city.save(consultation, 1, DRAFT.replace('3000人次', '内部测算的3500人次'));
    const onDraft = { version: 2, span: [30, 60] };
    const refused = { code: 'opinion-version-moved', params: { version: 1 } };
    await expect(send(consultation, onDraft)).rejects.toMatchObject(refused);
    await expect(sendAsPublic(consultation, { version: 2, oldWords: '内部测算' })).rejects.toMatchObject(refused);
    expect((await city.shown(consultation, finance)).opinions).toEqual([]);
  });
  it('is spoken of once it has been sent out', async () => {
    const consultation = await city.opened();
    await city.save(consultation, 1, DRAFT.replace('3000人次', '3500人次'));
    const again = { consultation, version: 2, units: [], isPublic: false, dueOn: '2026-03-13' };
    await city.run(openConsultation, again);
    await expect(send(consultation, { oldWords: '3000人次' })).rejects.toMatchObject({ code: 'opinion-version-moved' });
    await send(consultation, { version: 2, oldWords: '3500人次' });
    expect(await only(consultation)).toMatchObject({ measure: 2, oldWords: '3500人次' });
  });
});

describe('the place of an opinion', () => {
  it('is where its words stand, when they stand once, whoever typed them', async () => {
    const consultation = await city.opened({ isPublic: true });
    await sendAsPublic(consultation, { kind: 'replace', oldWords: '全天开放，不少于 10小时', newWords: '全天开放不少于12小时' });
    expect(await only(consultation)).toMatchObject({
      span: spanOf('全天开放不少于10小时'),
      measure: 1,
      oldWords: '全天开放不少于10小时',
    });
  });
  it('is asked for when they stand more than once: each place is offered, and all of them', async () => {
    const consultation = await city.opened({ isPublic: true });
    const refusal = await sendAsPublic(consultation, { oldWords: '区教委' }).catch((error: unknown) => error);
    const places = [spanOf('区教委'), [DRAFT.lastIndexOf('区教委'), DRAFT.lastIndexOf('区教委') + 3]];
    expect(refusal).toMatchObject({
      code: 'opinion-words-often',
      params: { count: 2 },
      details: places.map((place) => ({ at: place.join('-') })),
    });
    await sendAsPublic(consultation, { oldWords: '区教委', span: places[1] });
    expect(await only(consultation)).toMatchObject({ span: places[1], measure: 2 });
    await sendAsPublic(consultation, { oldWords: '区教委', everywhere: true });
    expect((await city.shown(consultation)).opinions[1]).toMatchObject({ span: null, measure: null, oldWords: '区教委' });
  });
  it('is nowhere for words that the paper does not hold: they are refused', async () => {
    const consultation = await city.opened({ isPublic: true });
    const refused = { code: 'opinion-words-nowhere', params: { words: '免费供餐' } };
    await expect(send(consultation, { oldWords: '免费供餐' })).rejects.toMatchObject(refused);
    await expect(sendAsPublic(consultation, { oldWords: '免费供餐' })).rejects.toMatchObject(refused);
    expect((await city.shown(consultation)).opinions).toEqual([]);
  });
  it('holds the words that are said to stand there, and no more than can be read', async () => {
    const consultation = await city.opened({ text: `${DRAFT}附：${'说明文字。'.repeat(600)}\n` });
    const elsewhere = { span: spanOf('区财政局'), oldWords: '区教委' };
    await expect(send(consultation, elsewhere)).rejects.toMatchObject({ code: 'opinion-words-elsewhere' });
    const long = { span: [0, DRAFT.length + 2500] };
    await expect(send(consultation, long)).rejects.toMatchObject({ code: 'opinion-words-long' });
    await expect(send(consultation, { ...long, kind: 'remark' })).resolves.toMatchObject({ number: 1 });
  });
});
