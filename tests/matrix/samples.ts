import { type Asker, type City, here, type Manager } from './city.ts';
import { type GigAskers, gigSamples } from './gig-samples.ts';

/**
 * Programs at the office and, for what only a unit can begin, at the unit `here`; the manager of an employer `here`, and another one; a
 * resident; two gig stations.
 */
type Askers = GigAskers & { readonly unit: Asker; readonly otherManager: Manager };
type Input = Readonly<Record<string, unknown>>;

export const askersOf = (city: City): Askers => {
  const [office, unit] = [city.programs.get('programme-office')?.here, city.programs.get('liaison')?.here];
  if (!office || !unit) throw new Error('programs may be programme office and liaison');
  const { managers, residents, stations } = city;
  return { office, unit, manager: managers.here, otherManager: managers.elsewhere, resident: residents.here, stations };
};

/** The task that the unit `here` leads. */
const MEASURE = 13;

/** For each command or query about one record: an input about a record that lies `here`. */
export const samples: Readonly<Record<string, (askers: Askers) => Promise<Input>>> = {
  'records.get-record': async ({ office }) => ({ record: await familyRecord(office) }),
  'records.reverse-record': async ({ office }) => ({ record: await familyRecord(office), why: '录入有误' }),
  'records.end-record': async ({ office }) => ({ record: await familyRecord(office), day: '2025-06-30', why: '录入有误' }),
  'plans.save-plan': async () => ({ measure: MEASURE, revision: 99, content: { milestones: [], paths: [], serviceLevels: [] } }),
  'plans.submit-plan': async () => ({ measure: MEASURE, revision: 99 }),
  'plans.recall-plan': async () => ({ measure: MEASURE }),
  'plans.report-milestone': async (askers) => ({ milestone: await milestone(askers), report: '活动已办完' }),
  'close-out.apply': async () => ({ measure: MEASURE, period: '2025' }),
  'close-out.withdraw': async () => ({ measure: MEASURE, period: '2025', seen: '00000000-0000-7000-8000-000000000000' }),
  'supervision.answer-notice': async ({ office }) => ({ notice: await notice(office), kind: 'measure', text: '本周内补办' }),
  'consultation.consultation': async ({ office }) => ({ consultation: await consultationHere(office) }),
  'consultation.comparison': async ({ office }) => ({ consultation: await consultationHere(office), before: 1, after: 1 }),
  'consultation.answer-no-comment': async ({ office }) => ({ consultation: await consultationHere(office), unit: here.unit }),
  'consultation.send-opinion': async ({ office }) => ({ consultation: await consultationHere(office), ...remark }),
  'consultation.respond-to-decision': async ({ office, unit }) => {
    const { opinion } = await got(unit.ask('POST', `/api/consultations/${await consultationHere(office)}/opinions`, remark));
    return { opinion, revision: 1, response: 'accepted', why: '' };
  },
  'employers.get-employer': async ({ manager }) => ({ employer: manager.employer }),
  'employers.add-foreman': async ({ manager }) => ({ employer: manager.employer, mobile: nextMobile() }),
  'employers.end-member': async ({ manager }) => {
    const { resident } = await got(manager.ask('POST', `/api/employers/${manager.employer}/foremen`, { mobile: nextMobile() }));
    return { employer: manager.employer, resident };
  },
  'employers.decide-request': async ({ manager, otherManager: { ask } }) => {
    await got(ask('POST', '/api/employers', { name: '云澜装卸队', creditCode: manager.creditCode }));
    const { requests } = await got(manager.ask('GET', `/api/employers/${manager.employer}`));
    const [request] = requests as { request: string }[]; // reason: the address says what it answers
    return { request: request?.request, decision: 'declined' };
  },
  ...gigSamples,
};

const remark = { unit: here.unit, version: 1, kind: 'remark', why: '同意，请尽快印发。' };

/** A consultation that asks the unit here. */
async function consultationHere(office: Asker): Promise<string> {
  const text = '云澜区零工服务若干措施\n一、主要任务\n1.建好零工驿站。建成零工驿站60个。\n牵头单位：区人力社保局\n';
  const { consultation } = await got(office.ask('POST', '/api/consultations', { title: '零工服务若干措施', text }));
  const dueOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const open = { version: 1, units: [here.unit], isPublic: false, dueOn };
  await got(office.ask('POST', `/api/consultations/${consultation}/open`, open));
  return String(consultation);
}

async function got(answer: ReturnType<Asker['ask']>): Promise<Record<string, unknown>> {
  const { status, body, text } = await answer;
  if (status !== 200) throw new Error(`a sample could not be made: ${text}`);
  return body;
}

async function milestone({ office, unit }: Pick<Askers, 'office' | 'unit'>): Promise<string> {
  const plan = `/api/measures/${MEASURE}/plan`;
  const found = (await got(office.ask('GET', plan))) as { milestones: { id: string }[] }; // reason: the address says what it answers
  if (found.milestones[0]) return found.milestones[0].id;
  const step = { title: '办一场亲子活动', dueOn: '2027-06-30', unit: here.unit, deliverable: '活动总结', proof: 'note' };
  const content = { milestones: [step], paths: [], serviceLevels: [] };
  const { revision } = await got(unit.ask('PUT', plan, { revision: 0, content }));
  await got(unit.ask('POST', `${plan}/submit`, { revision }));
  await got(office.ask('POST', `${plan}/decide`, { revision, accept: true }));
  return milestone({ office, unit });
}

const notice = async (office: Asker): Promise<string> =>
  String(
    (
      await got(
        office.ask('POST', '/api/notices', {
          measure: MEASURE,
          unit: here.unit,
          step: 'urge',
          instruction: '请加快办理',
          instructedBy: '区领导',
          termWorkingDays: 3,
        }),
      )
    ).notice,
  );

let serial = 0;
function nextMobile(): string {
  serial += 1;
  return `1380000${String(serial).padStart(4, '0')}`;
}

async function familyRecord(office: Asker): Promise<string> {
  const row = {
    name: '测试',
    phone: nextMobile(),
    service: 'outing',
    servedOn: '2025-06-01',
    area: here.village,
  };
  const { status, body, text } = await office.ask('POST', '/api/records/family', { row });
  if (status !== 200) throw new Error(`a record could not be made: ${text}`);
  return String(body.id);
}
