import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { TSchema } from 'typebox';
import { staff, testKernel } from '../../../tests/kernel.ts';
import type { Actor } from '../../kernel/actor/actor.ts';
import { clockAt } from '../../kernel/clock.ts';
import type { Command } from '../../kernel/command/command.ts';
import type { Query } from '../../kernel/command/query.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import type { Services } from '../../kernel/command/services.ts';
import type { Notify } from '../../kernel/notify/notify.ts';
import { readPolicy } from '../programme/module.ts';
import { openConsultation } from './commands/open-consultation.ts';
import { saveVersion } from './commands/save-version.ts';
import { startConsultation } from './commands/start-consultation.ts';
import type { ConsultationShown } from './contract.ts';
import { oneConsultation } from './queries/consultations.ts';
import { consultationTasks } from './tasks.ts';

/** A small paper in our own words. */
export const DRAFT = `云澜区零工服务提升若干措施
一、主要任务
1.建好零工驿站。到2026年底，建成零工驿站60个，全天开放不少于10小时。
牵头单位：区人力社保局
配合单位：区财政局、区教委
2.开展技能培训。每年培训零工3000人次，培训合格的发给证书。
牵头单位：区人力社保局
配合单位：区教委
`;

export const office = staff({ role: 'programme-office' });
export const otherOfficer: Actor = { kind: 'staff', id: 'other', name: '同事', grants: [{ role: 'programme-office' }] };
export const liaisonOf = (unit: string): Actor => ({
  kind: 'staff',
  id: `liaison-${unit}`,
  name: `${unit} 联络员`,
  grants: [{ role: 'liaison', unit }],
});

export type Sent = { readonly account: string; readonly text: string };

/** A city with three units, a clock that can be moved, and a post that remembers what went out. */
export async function openCity(now = '2026-03-02T02:00:00Z') {
  const clock = clockAt(new Date(now));
  const sent: Sent[] = [];
  const notify = {
    reaches: async (_work: unknown, to: { account: string }) => to.account !== '00000000-0000-7000-8000-00000000dead',
    send: async (_work: unknown, letter: { to: { account: string }; text: { zh: string }; params?: Record<string, string> }) => {
      const { text, params = {} } = letter;
      sent.push({ account: letter.to.account, text: text.zh.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '') });
      return '';
    },
  } as unknown as Notify; // reason: the module uses these two
  const people = { foundation: { config: { publicAddress: 'http://leye.test' } } } as unknown as Services['people']; // reason: as above
  const city = await testKernel([], { clock, services: { notify, people, tasks: [consultationTasks] } });
  const { kernel, district } = city;
  const owner = new pg.Client({ connectionString: city.urls.ownerUrl });
  await owner.connect();
  await owner.query(`SET app.district = '${district}'`);
  for (const [code, name] of [
    ['human-resources', '区人力社保局'],
    ['finance', '区财政局'],
    ['education', '区教委'],
  ])
    await owner.query('INSERT INTO unit (district, code, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      district,
      code,
      name,
    ]);

  const run = async <S extends TSchema, Answer>(
    command: Command<S, Answer>,
    input: object,
    actor: Actor = office,
    key?: string,
  ): Promise<Answer> => execute(kernel, command, input, { district, actor, ...(key === undefined ? {} : { key }) });
  const read = async <S extends TSchema, Answer>(
    query: Query<S, Answer>,
    input: object,
    actor: Actor = office,
  ): Promise<Answer> => ask(kernel, query, input, { district, actor });

  return {
    ...city,
    clock,
    sent,
    owner,
    run,
    read,
    async start(text = DRAFT): Promise<string> {
      const { consultation } = await run(startConsultation, {
        title: '零工服务若干措施',
        read: { text, reading: readPolicy(text) },
      });
      return consultation;
    },
    async opened(options: { isPublic?: boolean; dueOn?: string; text?: string } = {}): Promise<string> {
      const consultation = await this.start(options.text);
      const { isPublic = false, dueOn = '2026-03-13' } = options;
      await run(openConsultation, { consultation, version: 1, units: ['finance', 'education'], isPublic, dueOn });
      return consultation;
    },
    save: (consultation: string, base: number, text: string, actor: Actor = office) =>
      run(saveVersion, { consultation, base, note: '', read: { text, reading: readPolicy(text) } }, actor),
    shown: (consultation: string, actor: Actor = office): Promise<ConsultationShown> =>
      read(oneConsultation, { consultation }, actor),
    async liaisonAccount(account: string, unit: string): Promise<void> {
      await owner.query(
        `INSERT INTO staff (district, account, name, unit, invited_by, invited_at) VALUES ($1, $2, 'x', $3, 'system', now())`,
        [district, account, unit],
      );
      await owner.query(
        `INSERT INTO staff_grant (district, id, account, role, unit, granted_by, granted_at) VALUES ($1, gen_random_uuid(), $2, 'liaison', $3, 'system', now())`,
        [district, account, unit],
      );
    },
    async close() {
      await owner.end();
      await city.close();
    },
  };
}
export type City = Awaited<ReturnType<typeof openCity>>;

/** The district's real paper, where it lies beside the project. */
export const realPaper = (): string | undefined => {
  try {
    return readFileSync(path.resolve(import.meta.dirname, '../../../../shared/policies/tongzhou-2025.txt'), 'utf8');
  } catch {
    return undefined;
  }
};
