import { Client } from 'pg';
import type { APIRequestContext } from 'playwright-core';
import { addDays, type Day } from '../../server/kernel/term/day.ts';
import { relightDistrict } from '../../server/modules/lights/module.ts';
import type { PlanContent } from '../../server/modules/plans/contract.ts';
import type { NoticeList } from '../../server/modules/supervision/contract.ts';
import { superviseDistrict } from '../../server/modules/supervision/module.ts';
import type { Office } from './office.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes; a wrong one fails the story
type Answer = any;

/** Somebody's own way to the server. */
export async function sender(office: Office, account: string) {
  const context = await office.signedIn(account);
  const { request } = context;
  const answerOf = async (response: Awaited<ReturnType<APIRequestContext['get']>>): Promise<Answer> => {
    if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
    return await response.json();
  };
  return {
    get: async (path: string): Promise<Answer> => answerOf(await request.get(path)),
    post: async (path: string, data: object = {}): Promise<Answer> => answerOf(await request.post(path, { data })),
    put: async (path: string, data: object): Promise<Answer> => answerOf(await request.put(path, { data })),
    close: () => context.close(),
  };
}

export const milestonesOf = (today: Day): PlanContent['milestones'] => [
  {
    title: '摸清重点企业用工需求',
    dueOn: addDays(today, 1),
    unit: 'human-resources',
    deliverable: '缺工企业清单',
    proof: 'note',
  },
  { title: '与商务局建立岗位共享', dueOn: addDays(today, 30), unit: 'commerce', deliverable: '共享办法', proof: 'document' },
  {
    title: '岗位收集过半',
    dueOn: addDays(today, 60),
    unit: 'human-resources',
    deliverable: '岗位 20,000 个',
    proof: 'figure',
    figure: '1',
    value: 20_000,
  },
  {
    title: '春风行动专场',
    dueOn: addDays(today, 100),
    unit: 'human-resources',
    deliverable: '专场招聘 12 场',
    proof: 'document',
  },
];

/** What only the owner of the tables can do: let time have passed. */
async function asOwner(office: Office, sql: string, values: readonly string[] = []): Promise<void> {
  const client = new Client({ connectionString: office.urls.ownerUrl });
  await client.connect();
  try {
    await client.query('SELECT set_config($1, $2, false)', ['app.district', office.district]);
    await client.query(sql, [...values]);
  } finally {
    await client.end();
  }
}

/** Lets a milestone's date lie in the past, as if the plan were older than the test. */
export const putBack = (office: Office, title: string, dueOn: Day) =>
  asOwner(office, 'UPDATE milestone SET due_on = $2, first_due_on = $2, since = $3 WHERE title = $1', [
    title,
    dueOn,
    addDays(dueOn, -30),
  ]);

/** The day's supervision, and its lights; a second run on the same day needs the first forgotten. */
export async function runDay(office: Office): Promise<void> {
  await asOwner(office, 'DELETE FROM supervision_run');
  await superviseDistrict(office.kernel, office.district);
  await relightDistrict(office.kernel, office.district);
}

/**
 * A district at work: task 1 has a plan in force with a milestone far too late, task 2's waits for the office, task 3's was returned;
 * notices have gone out, one has an answer that waits, one was raised by hand.
 */
export async function supervised(office: Office) {
  const { today } = office;
  const liaison = await sender(office, 'liaison');
  const programmeOffice = await sender(office, 'office');
  const handIn = async (measure: number, content: PlanContent) => {
    const { revision } = await liaison.put(`/api/measures/${measure}/plan`, { revision: 0, content });
    await liaison.post(`/api/measures/${measure}/plan/submit`, { revision });
    return revision as number;
  };
  const milestones = milestonesOf(today);
  const months = ['10', '11'].map((month, at) => ({ month: `${today.slice(0, 4)}-${month}`, value: 30_000 + at * 4000 }));
  const first = await handIn(1, { milestones, paths: [{ figure: '1', points: months }], serviceLevels: [] });
  await programmeOffice.post('/api/measures/1/plan/decide', { revision: first, accept: true });
  const plain = milestones.filter(({ proof, unit }) => proof !== 'figure' && unit === 'human-resources');
  await handIn(2, {
    milestones: plain.map((one) => ({ ...one, title: `${one.title}（第二项）` })),
    paths: [],
    serviceLevels: [],
  });
  const third = await handIn(3, {
    milestones: plain.map((one) => ({ ...one, title: `${one.title}（第三项）` })),
    paths: [],
    serviceLevels: [],
  });
  await programmeOffice.post('/api/measures/3/plan/decide', {
    revision: third,
    accept: false,
    reason: '请写清每场招聘会由谁承办',
  });
  await putBack(office, '摸清重点企业用工需求', addDays(today, -12));
  await runDay(office);
  const { notice: byHand } = await programmeOffice.post('/api/notices', {
    measure: 1,
    unit: 'human-resources',
    step: 'notice',
    instruction: '请在本周内报送今年招聘会的场次安排',
    instructedBy: '区领导',
    termWorkingDays: 5,
  });
  const { rows } = (await programmeOffice.get('/api/notices?unit=human-resources&state=open')) as NoticeList;
  const urge = rows.find(({ step }) => step === 'urge');
  if (urge) await liaison.post(`/api/notices/${urge.id}/answer`, { kind: 'measure', text: '下周起每周加开两场专场招聘。' });
  const late = rows.find(({ subject, step }) => subject.startsWith('milestone:') && step === 'notice');
  if (!late || !urge) throw new Error(`the day sent no notice and no urge to the bureau: ${JSON.stringify(rows)}`);
  await relightDistrict(office.kernel, office.district);
  await Promise.all([liaison.close(), programmeOffice.close()]);
  return { byHand: byHand as string, answered: urge.id, late: late.id };
}
