import { type Actor, system } from '../../../kernel/actor/actor.ts';
import { clockAt } from '../../../kernel/clock.ts';
import { ask, execute, type Kernel } from '../../../kernel/command/run.ts';
import { addDays, type Day, startOfDay } from '../../../kernel/term/day.ts';
import {
  answerNoComment,
  consultationList,
  decideOpinion,
  openConsultation,
  publishConsultation,
  respondToDecision,
  saveVersion,
  sendOpinion,
  sendPublicOpinion,
  signOffContradiction,
  startConsultation,
} from '../../consultation/module.ts';
import { readPolicy } from '../../programme/module.ts';
import { market, scenes } from './papers.ts';

type Telling = { readonly district: string; readonly to: Day; readonly signal?: AbortSignal };

const office: Actor = { kind: 'staff', id: 'demonstration-office', name: '演示专班', grants: [{ role: 'programme-office' }] };
const liaison = (unit: string): Actor => ({
  kind: 'staff',
  id: 'demonstration',
  name: '演示联络员',
  grants: [{ role: 'liaison', unit }],
});

/** Of the story's consultations one is published and one is out, with opinions at every stage; the demonstration's liaison has yet to answer. */
export async function tellConsultations(kernel: Kernel, { district, to, signal }: Telling): Promise<void> {
  const { consultations } = await ask(kernel, consultationList, {}, { district, actor: office });
  if (consultations.length > 0 || signal?.aborted) return;
  await tellPublished(kernel, district, addDays(to, -75));
  if (!signal?.aborted) await tellOpen(kernel, district, to);
}

/** The kernel as it was on a day, and who acts in which district. */
const storyteller = (kernel: Kernel, district: string) => (day: Day, actor: Actor) =>
  [
    { ...kernel, clock: clockAt(new Date(startOfDay(day).getTime() + 10 * 3_600_000)) },
    { district, actor },
  ] as const;

const read = (text: string) => ({ text, reading: readPolicy(text) });

async function tellPublished(kernel: Kernel, district: string, from: Day): Promise<void> {
  const { title, text } = scenes;
  const at = storyteller(kernel, district);
  const [first, asOffice] = at(from, office);
  const { consultation } = await execute(first, startConsultation, { title, read: read(text) }, asOffice);
  const units = ['commerce', 'market-regulation', 'trade-unions'];
  const open = { consultation, version: 1, units, isPublic: false, dueOn: addDays(from, 14) };
  await execute(first, openConsultation, open, asOffice);
  const [then, asCommerce] = at(addDays(from, 5), liaison('commerce'));
  const hours = '每天开放不少于八小时';
  const shorter = await execute(
    then,
    sendOpinion,
    { ...words(text, hours), consultation, unit: 'commerce', newWords: '每天开放不少于六小时', why: '商户营业时间长短不一。' },
    asCommerce,
  );
  const [, asTrade] = at(addDays(from, 5), liaison('trade-unions'));
  const removed = await execute(
    then,
    sendOpinion,
    { ...words(text, '区总工会', 'remove'), consultation, unit: 'trade-unions', why: '核验由街道乡镇负责，工会不参与。' },
    asTrade,
  );
  const [, asMarket] = at(addDays(from, 5), liaison('market-regulation'));
  await execute(then, answerNoComment, { consultation, unit: 'market-regulation' }, asMarket);
  const [later] = at(addDays(from, 15), office);
  await decide(later, asOffice, shorter.opinion, 'adopted', '采纳，方便更多商户申报。');
  await decide(later, asOffice, removed.opinion, 'not adopted', '工会负责听取劳动者意见。');
  const edited = text.replace(hours, '每天开放不少于六小时').replace('、区总工会', '');
  await execute(later, saveVersion, { consultation, base: 1, note: '按意见修改', read: read(edited) }, asOffice);
  const reason = '发文前与区总工会商定，由其另行参与评估，不再列入配合单位。';
  await execute(later, signOffContradiction, { opinion: removed.opinion, version: 2, revision: 1, reason }, asOffice);
  // Whoever gave an opinion had the time to contest what became of it.
  const [last] = at(addDays(from, 30), office);
  await execute(last, publishConsultation, { consultation, version: 2 }, asOffice);
}

async function tellOpen(kernel: Kernel, district: string, to: Day): Promise<void> {
  const { title, text } = market;
  const at = storyteller(kernel, district);
  const [first, asOffice] = at(addDays(to, -9), office);
  const { consultation } = await execute(first, startConsultation, { title, read: read(text) }, asOffice);
  const units = ['commerce', 'finance', 'justice', 'trade-unions', 'public-security', 'market-regulation'];
  await execute(first, openConsultation, { consultation, version: 1, units, isPublic: true, dueOn: addDays(to, 5) }, asOffice);
  const speak = async (unit: string, more: object) => {
    const [then, call] = at(addDays(to, -5), liaison(unit));
    return (await execute(then, sendOpinion, { version: 1, consultation, unit, ...more }, call)).opinion;
  };
  const paid = await speak('trade-unions', {
    ...words(text, '约定结算时间不超过三日'),
    newWords: '约定结算时间不超过两日，并写入用工约定',
    why: '零工等不起。',
  });
  const lead = await speak('finance', { ...words(text, '区财政局', 'remove'), why: '奖励由主管部门牵头，我局保障资金。' });
  await speak('justice', { kind: 'add', newWords: '市场内设法律援助联络点', why: '方便当场咨询。' });
  const [then, asPolice] = at(addDays(to, -4), liaison('public-security'));
  await execute(then, answerNoComment, { consultation, unit: 'public-security' }, asPolice);
  const shelter = { consultation, version: 1, kind: 'add', newWords: '候工区设母婴室', why: '带孩子来等活的人不少。' };
  await execute(then, sendPublicOpinion, shelter, { district, actor: system('portal') });
  const [later] = at(addDays(to, -2), office);
  await decide(later, asOffice, paid, 'adopted', '采纳，文字略作调整。');
  await decide(later, asOffice, lead, 'not adopted', '奖励资金由财政安排，仍请牵头。');
  const edited = text.replace('约定结算时间不超过三日', '约定结算时间最长不超过两日，并写入用工约定');
  await execute(later, saveVersion, { consultation, base: 1, note: '按区总工会意见修改', read: read(edited) }, asOffice);
  const [last, asFinance] = at(addDays(to, -1), liaison('finance'));
  const contest = { opinion: lead, revision: 1, response: 'contested', why: '请按职责分工明确牵头单位。' };
  await execute(last, respondToDecision, contest, asFinance);
}

/** An opinion on words of the text. */
function words(text: string, wanted: string, kind: 'replace' | 'remove' = 'replace') {
  const from = text.indexOf(wanted);
  return { version: 1, kind, span: [from, from + wanted.length] };
}

const decide = (kernel: Kernel, call: { district: string; actor: Actor }, opinion: string, decision: string, reason: string) =>
  execute(kernel, decideOpinion, { opinion, revision: 0, decision, reason }, call);
