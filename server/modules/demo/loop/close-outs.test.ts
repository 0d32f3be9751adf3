import { afterAll, beforeAll, expect, it } from 'vitest';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { closeOutTest, people } from '../../close-out/close-out.fixture.ts';
import { closeOutMarks } from '../../close-out/module.ts';
import { closeYear } from './close-outs.ts';

let test: Awaited<ReturnType<typeof closeOutTest>>;
beforeAll(async () => {
  test = await closeOutTest('2026-01-20');
}, 120_000);
afterAll(() => test.close());

it('a year is closed where the records bear it out, one waived, the rest left to whoever looks; telling it again changes nothing', async () => {
  await test.count('space.let', '2025-12-20', 10_000);
  for (let at = 0; at < 20; at += 1) await test.count('company.incubated', '2025-12-20', 1);
  for (let at = 0; at < 34; at += 1) await test.count('family.served', '2025-12-20', 1);
  const unitActor = (unit: string) => ({ ...people.liaison, grants: [{ role: 'liaison' as const, unit }] });
  const told = async () => {
    await closeYear(test.kernel, test.district, '2025', { unitActor, officeActor: people.office, leaderActor: people.leader });
    const marks = await inDistrict(test.kernel.database, test.district, closeOutMarks);
    return marks.map(({ measure, state }) => `${measure} ${state}`);
  };
  const once = ['1 waived', '2 waiver-proposed', '4 approved', '5 approved', '13 applied'];
  expect(await told()).toEqual(once);
  expect(await told()).toEqual(once);
});
