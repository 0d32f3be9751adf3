import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testKernel } from '../../../../tests/kernel.ts';
import { system } from '../../../kernel/actor/actor.ts';
import { execute, type Kernel } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { sampleProgramme } from '../check/check.fixture.ts';
import type { Programme } from '../contract.ts';
import { findProgramme, keepProgramme } from '../store.ts';
import { loadProgramme } from './load.ts';

describe('a programme is loaded from its file', () => {
  let kernel: Kernel;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ kernel, close } = await testKernel());
  });
  afterAll(() => close());

  const load = (programme: Programme) =>
    execute(kernel, loadProgramme, { programme, note: 'programme.yaml' }, { district: '110112', actor: system('test') });
  const inForce = () => inDistrict(kernel.database, '110112', (transaction) => findProgramme(transaction), 'read');
  const renamed = (zh: string): Programme => ({ ...sampleProgramme(), title: { zh, en: 'Renamed' } });

  it('as version 1, and again without another, from many starts at once', async () => {
    expect(await Promise.all([load(sampleProgramme()), load(sampleProgramme())])).toEqual([1, 1]);
    expect(await load(sampleProgramme())).toBe(1);
  });

  it('and never undoes what the office confirmed since', async () => {
    const by = { actor: 'staff:office', at: new Date(), note: 'corrected.docx' };
    const version = await inDistrict(kernel.database, '110112', (transaction) =>
      keepProgramme(transaction, renamed('办公室确认的'), by),
    );
    expect(await load(sampleProgramme())).toBe(version);
    expect((await inForce())?.programme.title.zh).toBe('办公室确认的');
  });

  it('but a changed file is the next version', async () => {
    const before = (await inForce())?.version ?? 0;
    expect(await load(renamed('文件改过的'))).toBe(before + 1);
    expect((await inForce())?.programme.title.zh).toBe('文件改过的');
  });

  it('units swap names without a collision, and leave none behind', async () => {
    const programme = sampleProgramme();
    const [first, second] = programme.units;
    if (!first || !second) throw new Error('the sample has two units');
    await load({
      ...programme,
      units: [
        { ...first, name: second.name },
        { ...second, name: first.name },
      ],
    });
    const names = await inDistrict(
      kernel.database,
      '110112',
      ({ db }) => db.selectFrom('unit').select(['code', 'name']).execute(),
      'read',
    );
    expect(names).toEqual(
      expect.arrayContaining([
        { code: 'human-resources', name: '区财政局' },
        { code: 'finance', name: '区人力社保局' },
      ]),
    );
  });
});
