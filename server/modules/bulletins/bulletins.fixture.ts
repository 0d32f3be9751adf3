import path from 'node:path';
import { staff, testKernel } from '../../../tests/kernel.ts';
import type { Actor } from '../../kernel/actor/actor.ts';
import type { BulletinSection } from '../../kernel/bulletin-section.ts';
import { clockAt } from '../../kernel/clock.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import type { Services } from '../../kernel/command/services.ts';
import { tellStory } from '../demo/module.ts';
import { citiesFolder, establishCity } from '../programme/module.ts';
import { recordKinds, sendRecord } from '../records/module.ts';
import type { BulletinView } from './contract.ts';
import { makeBulletin, releaseBulletin, verificationQuery } from './module.ts';
import { oneBulletin } from './queries/bulletins.ts';
import { differencesQuery } from './queries/differences.ts';
import { bulletinTasks } from './tasks.ts';

export const office = staff({ role: 'programme-office' });
export const liaison = staff({ role: 'liaison', unit: 'human-resources' });
export const at = (day: string, hour = 4): Date => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);

/** A test module's own section, as supervision will add one. */
const notices = async (): Promise<BulletinSection> => ({
  name: 'notices',
  title: { zh: '督办情况', en: 'Supervision' },
  sentences: [{ zh: '本期发出督办通知{sent}件，已答复{answered}件。', en: '{sent} notices went out; {answered} were answered.' }],
  numbers: { sent: 1234, answered: 2 },
  table: { columns: [{ zh: '文号', en: 'Number' }], rows: [['〔2025〕第1号']] },
});

/** Tongzhou on a clock that the test moves. With `story`, its records of July and August 2025 are told. */
export async function openBulletins({ story = true, services = {} }: { story?: boolean; services?: Partial<Services> } = {}) {
  const clock = clockAt(at('2025-09-03'));
  const test = await testKernel(recordKinds, {
    clock,
    services: { bulletinParts: [notices], tasks: [bulletinTasks], ...services },
  });
  await establishCity(test.kernel, test.urls.ownerUrl, path.join(citiesFolder, 'tongzhou'));
  if (story)
    await tellStory(test.kernel, { district: test.district, from: '2025-07-01', to: '2025-09-02', seed: 7, gigServices: 60 });
  const call = (actor: Actor = office) => ({ district: test.district, actor });
  const view = (bulletin: string, actor?: Actor): Promise<BulletinView> =>
    ask(test.kernel, oneBulletin, { bulletin }, call(actor));
  let serial = 0;
  return {
    ...test,
    clock,
    call,
    view,
    make: async (from: string, to: string, kind = 'span') =>
      (await makeBulletin(test.kernel, { kind, from, to }, call())).bulletin,
    release: async (bulletin: string) => {
      const { sha256, revision } = await view(bulletin);
      return (await execute(test.kernel, releaseBulletin, { bulletin, sha256, revision }, call())).number;
    },
    verify: (bulletin: string) => ask(test.kernel, verificationQuery, { bulletin }, call()),
    differences: (bulletin: string) => ask(test.kernel, differencesQuery, { bulletin }, call()),
    /** A family served on a day: figure 13, each family once. */
    family: async (servedOn: string, phone?: string) => {
      serial += 1;
      const row = {
        name: '测试',
        phone: phone ?? `1390000${String(serial).padStart(4, '0')}`,
        service: 'outing',
        servedOn,
        area: '110112109201',
      };
      return (await execute(test.kernel, sendRecord, { type: 'family', row }, call())).id;
    },
  };
}
