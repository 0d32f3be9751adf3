import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideOpinion } from './commands/decide-opinion.ts';
import { sendOpinion } from './commands/send-opinion.ts';
import { confirmPlace, signOffContradiction } from './commands/sign-off.ts';
import { type City, DRAFT, liaisonOf, openCity } from './consultation.fixture.ts';
import { summary } from './queries/summary.ts';

const finance = liaisonOf('finance');
const spanOf = (words: string, text: string): [number, number] => {
  if (!text.includes(words)) throw new Error(`${words} does not stand there`);
  return [text.indexOf(words), text.indexOf(words) + words.length];
};
const PROMISED = '培训合格的学员由培训机构免费发给证书';
const REWORDED = DRAFT.replace('培训合格的发给证书', '培训合格的零工，由培训机构免费发给证书');

let city: City;
beforeAll(async () => {
  city = await openCity();
}, 120_000);
afterAll(() => city?.close());

const only = async (consultation: string) => {
  const [opinion] = (await city.shown(consultation)).opinions;
  if (!opinion) throw new Error('there is no opinion');
  return opinion;
};

/** An adopted opinion on the training measure whose words came in otherwise than promised: a person is asked. */
async function reworded(text = REWORDED) {
  const consultation = await city.opened();
  const given = { kind: 'replace', span: spanOf('培训合格的发给证书', DRAFT), newWords: PROMISED, why: '证书不应收费。' };
  const { opinion } = await city.run(sendOpinion, { consultation, unit: 'finance', version: 1, ...given }, finance);
  await city.run(decideOpinion, { opinion, revision: 0, decision: 'adopted', reason: '同意。' });
  await city.save(consultation, 1, text);
  const confirm = (words: string, where = text, version = 2) =>
    city.run(confirmPlace, { opinion, version, revision: 1, span: spanOf(words, where), note: '' });
  return { consultation, opinion, confirm };
}

describe('a confirmation of reworded words', () => {
  it('is refused for words that are not like those promised, too long, or outside the measure', async () => {
    const { consultation, opinion, confirm } = await reworded();
    await expect(confirm('证')).rejects.toMatchObject({ code: 'confirmation-unlike' });
    await expect(confirm('每年培训零工3000人次')).rejects.toMatchObject({
      code: 'confirmation-unlike',
      params: { words: PROMISED },
    });
    await expect(confirm('云澜区零工服务提升若干措施')).rejects.toMatchObject({ code: 'confirmation-elsewhere' });
    await expect(confirm('建成零工驿站60个')).rejects.toMatchObject({ code: 'confirmation-elsewhere' });
    const none = { opinion, version: 2, revision: 1, note: '' };
    await expect(city.run(confirmPlace, none)).rejects.toMatchObject({ code: 'confirmation-without-place' });
    expect((await only(consultation)).standing).toBe('to-confirm');
  });

  it('of far more text than was promised is refused', async () => {
    const long = REWORDED.replace('免费发给证书。', `免费发给证书，${'并按季度公布发放情况，'.repeat(12)}接受监督。`);
    const { confirm } = await reworded(long);
    const all = long.slice(long.indexOf('培训合格'), long.indexOf('接受监督') + 4);
    await expect(confirm(all, long)).rejects.toMatchObject({ code: 'confirmation-long' });
  });

  it('is a place that is followed through edits elsewhere, and asked for again when its sentence is edited', async () => {
    const { consultation, confirm } = await reworded();
    const words = '由培训机构免费发给证书';
    await confirm(words);
    const moved = REWORDED.replace('一、主要任务', '一、总体要求\n按季度调度。\n二、主要任务');
    await city.save(consultation, 2, moved);
    expect(await only(consultation)).toMatchObject({
      standing: 'settled',
      signOff: { kind: 'confirmed', stands: words, place: spanOf(words, moved) },
    });
    // The words confirmed still stand; the word put before them turns them round.
    await city.save(consultation, 3, moved.replace('由培训机构免费', '原则上不由培训机构免费'));
    expect((await only(consultation)).standing).toBe('to-confirm');
    await city.save(consultation, 4, moved);
    expect((await only(consultation)).standing).toBe('settled');
  });

  it('does not outlive its passage because the same words stand elsewhere', async () => {
    const words = '由培训机构免费发给证书';
    const twice = `${REWORDED}附：往年做法是${words}。\n`;
    const { consultation, confirm } = await reworded(twice);
    await confirm(words, twice);
    await city.save(
      consultation,
      2,
      twice.replace('培训合格的零工，由培训机构免费发给证书', '培训合格的零工，证书由培训机构免费发放'),
    );
    expect(await only(consultation)).toMatchObject({ standing: 'to-confirm', signOff: null });
  });

  it('is printed in the summary with its words and who confirmed them', async () => {
    const { consultation, confirm } = await reworded();
    await confirm('由培训机构免费发给证书');
    const { rows } = await city.read(summary, { consultation });
    expect(rows[0]?.at(-1)?.zh).toContain('经测试员人工确认，改好的文字是“由培训机构免费发给证书”');
  });

  it('is replaced by a signature with a reason where no words are like those promised', async () => {
    const { consultation, opinion } = await reworded();
    const reason = '改由财政承担，已在实施细则中写明。';
    await city.run(signOffContradiction, { opinion, version: 2, revision: 1, reason });
    expect(await only(consultation)).toMatchObject({ standing: 'settled', signOff: { kind: 'signed-off' } });
    const { rows } = await city.read(summary, { consultation });
    expect(rows[0]?.at(-1)?.zh).toContain(`由测试员签字说明：${reason}`);
    await city.save(consultation, 2, REWORDED.replace('由培训机构免费', '由培训机构'));
    expect((await only(consultation)).standing).not.toBe('settled');
  });
});

it('an adopted remark is confirmed by a passage that was changed, not by one that stood there before', async () => {
  const consultation = await city.opened();
  const given = { kind: 'remark', span: spanOf('每年培训零工3000人次', DRAFT), why: '人次太多，请核减。' };
  const { opinion } = await city.run(sendOpinion, { consultation, unit: 'finance', version: 1, ...given }, finance);
  await city.run(decideOpinion, { opinion, revision: 0, decision: 'adopted', reason: '同意核减。' });
  const edited = DRAFT.replace('3000人次', '2000人次');
  await city.save(consultation, 1, edited);
  const confirm = (words: string) =>
    city.run(confirmPlace, { opinion, version: 2, revision: 1, span: spanOf(words, edited), note: '' });
  await expect(confirm('培训合格的发给证书')).rejects.toMatchObject({ code: 'confirmation-unchanged' });
  await expect(confirm('培训')).rejects.toMatchObject({ code: 'confirmation-short' });
  await confirm('每年培训零工2000人次');
  expect((await only(consultation)).standing).toBe('settled');
});
