import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff, testKernel } from '../../../tests/kernel.ts';
import { refusal } from '../../../tests/refusal.ts';
import type { StaffRole } from '../../kernel/actor/actor.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { inDistrict, type Transaction } from '../../kernel/database/transaction.ts';
import { syntheticIdNumber } from '../../kernel/identifier/synthetic.ts';
import { changeNumber, lookUpResident, showResident } from './commands/counter.ts';
import { registerResident } from './commands/register-resident.ts';
import { findResident, personKeys, residentGroups, residentNames } from './find.ts';
import { requireIdNumber, requireMobile } from './numbers.ts';
import { oneResident } from './queries/residents.ts';

let test: Awaited<ReturnType<typeof testKernel>>;
beforeAll(async () => {
  test = await testKernel();
});
afterAll(() => test?.close());

const officer = (role: StaffRole = 'station-officer') => staff({ role, area: '110112109000' });
const call = () => ({ district: test.district, actor: officer() });
type Told = { name: string; mobile?: string; idNumber?: string };
const register = (person: Told, key?: string) =>
  execute(test.kernel, registerResident, person, { ...call(), ...(key === undefined ? {} : { key }) });
const read = <T>(work: (transaction: Transaction) => Promise<T>) => inDistrict(test.kernel.database, test.district, work, 'read');
const shown = (resident: string) => ask(test.kernel, oneResident, { resident }, call());

let last = 0;
const newMobile = () => `1990002${String(++last).padStart(4, '0')}`;
const newIdNumber = (sex: 'female' | 'male' = 'female') => {
  last += 1;
  const fraction = last / 1000;
  return syntheticIdNumber(() => fraction, { bornFrom: '1970-01-01', bornUntil: '1979-12-31', sex });
};

describe('at a counter', () => {
  it('somebody without a telephone is registered by the ID card, which says when they were born and of which sex', async () => {
    const idNumber = newIdNumber('male');
    const { resident, isNew } = await register({ name: '赵大山', idNumber });
    expect(isNew).toBe(true);
    expect(await shown(resident)).toMatchObject({
      name: '赵**',
      mobile: null,
      idNumber: `${idNumber.slice(0, 6)}********${idNumber.slice(14)}`,
      birthYear: Number(idNumber.slice(6, 10)),
      sex: 'male',
    });
  });

  it('the same person is found again, and what the record lacked is put in', async () => {
    const [mobile, idNumber] = [newMobile(), newIdNumber()];
    const first = await register({ name: '钱小云', mobile });
    expect((await shown(first.resident)).sex).toBeNull();
    expect(await register({ name: '钱小云', mobile: `+86 ${mobile}`, idNumber })).toEqual({
      resident: first.resident,
      isNew: false,
      added: ['idNumber'],
    });
    expect(await register({ name: '钱小云', idNumber })).toEqual({ resident: first.resident, isNew: false, added: [] });
    expect((await shown(first.resident)).sex).toBe('female');
  });

  it('many counters at the same moment make one record', async () => {
    const person = { name: '孙一', mobile: newMobile(), idNumber: newIdNumber() };
    const answers = await Promise.all(Array.from({ length: 12 }, () => register(person)));
    expect(new Set(answers.map(({ resident }) => resident)).size).toBe(1);
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('nothing is merged silently: two records, a telephone shared by a family, another number', async () => {
    const [son, mother] = [newMobile(), newIdNumber()];
    const { resident } = await register({ name: '李强', mobile: son });
    expect((await refusal(register({ name: '王桂兰', mobile: son, idNumber: mother }))).code).toBe('resident-mobile-of-another');
    const alone = await register({ name: '王桂兰', idNumber: mother });
    expect((await refusal(register({ name: '王桂兰', mobile: son, idNumber: mother }))).code).toBe('resident-two-records');
    await register({ name: '王桂兰', mobile: newMobile(), idNumber: mother });
    expect((await refusal(register({ name: '王桂兰', mobile: newMobile(), idNumber: mother }))).code).toBe(
      'resident-other-mobile',
    );
    expect((await shown(resident)).name).toBe('李*');
    expect((await shown(alone.resident)).name).toBe('王**');
  });

  it('one of the two numbers is needed, and a wrong one is named without being repeated', async () => {
    expect((await refusal(register({ name: '周一' }))).code).toBe('resident-number-needed');
    const wrong = await refusal(
      register({ name: '周一', idNumber: newIdNumber().replace(/.$/, (one) => (one === '1' ? '2' : '1')) }),
    );
    expect(wrong).toMatchObject({ code: 'id-number-check', details: [{ at: '/idNumber' }] });
    expect(JSON.stringify([wrong.params, wrong.details, wrong.message])).not.toMatch(/\d{11}/);
  });

  it('who looks somebody up or sees a number in full is in the audit, and the number is not', async () => {
    const [mobile, idNumber] = [newMobile(), newIdNumber()];
    const { resident } = await register({ name: '吴二', mobile, idNumber }, 'key-of-the-counter');
    const look = (by: object) => execute(test.kernel, lookUpResident, by, call());
    expect((await look({ mobile })).found?.resident).toBe(resident);
    expect((await look({ idNumber })).found?.resident).toBe(resident);
    expect((await look({ mobile: newMobile() })).found).toBeNull();
    expect(await execute(test.kernel, showResident, { resident }, { ...call(), key: 'shown' })).toEqual({ name: '吴二', mobile });
    const kept = await read(async ({ client }) => [
      ...(await client.query(`SELECT action, content FROM audit_entry WHERE content LIKE '%' || $1 || '%'`, [resident])).rows,
      ...(await client.query('SELECT answer::text AS content FROM command_key')).rows,
      ...(
        await client.query(
          "SELECT encode(name, 'escape') || encode(mobile, 'escape') || encode(id_number, 'escape') AS content FROM resident WHERE id = $1",
          [resident],
        )
      ).rows,
    ]);
    expect(kept.map(({ action }) => action)).toContain('residents.show-resident');
    for (const secret of [mobile, idNumber, '吴二']) expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it('a new number signs the old telephone out; one that is somebody else’s is moved only on purpose', async () => {
    const [old, mobile, other] = [newMobile(), newMobile(), newMobile()];
    const { resident } = await register({ name: '郑三', mobile: old });
    const holder = await register({ name: '冯四', mobile: other });
    const change = (given: object) => execute(test.kernel, changeNumber, { resident, ...given }, call());
    expect((await refusal(change({ mobile: old }))).code).toBe('resident-number-same');
    expect(await change({ mobile })).toEqual({ resident, from: null });
    expect((await refusal(change({ mobile: other }))).code).toBe('resident-number-held');
    expect(await change({ mobile: other, takeOver: true })).toEqual({ resident, from: holder.resident });
    expect((await shown(holder.resident)).mobile).toBeNull();
    expect((await shown(resident)).mobile).toBe(`${other.slice(0, 3)}****${other.slice(7)}`);
  });

  it('only those who serve people there may', async () => {
    for (const role of ['liaison', 'leader', 'evaluator', 'system-administrator'] as const)
      expect(
        (
          await refusal(
            execute(test.kernel, registerResident, { name: '陈', mobile: newMobile() }, { ...call(), actor: officer(role) }),
          )
        ).kind,
      ).toBe('forbidden');
  });
});

describe('other modules', () => {
  it('find people by their numbers, know them masked, and count them by the key that records use', async () => {
    const [mobile, idNumber] = [newMobile(), newIdNumber()];
    const byMobile = await register({ name: '褚五', mobile });
    const { seal } = test.kernel.services;
    const keys = async () => (await read((transaction) => personKeys(transaction, [byMobile.resident]))).get(byMobile.resident);
    const phone = seal.blindIndex('phone', mobile, test.district).toString('hex');
    expect(await keys()).toEqual([phone]);
    await register({ name: '褚五', mobile, idNumber });
    const both = [seal.blindIndex('id-number', idNumber, test.district).toString('hex'), phone];
    expect(await keys()).toEqual(both);

    const found = await read((transaction) => findResident(transaction, { seal }, { mobile: requireMobile(mobile) }));
    expect(found).toEqual({ id: byMobile.resident, masked: '褚*' });
    const today = '2026-01-01';
    expect(
      await read((transaction) => findResident(transaction, { seal }, { idNumber: requireIdNumber(idNumber, today) })),
    ).toEqual(found);
    expect(await read((transaction) => residentNames(transaction, { seal }, [byMobile.resident]))).toEqual(
      new Map([[byMobile.resident, { name: '褚五', masked: '褚*' }]]),
    );
    expect((await read((transaction) => residentGroups(transaction, [byMobile.resident]))).get(byMobile.resident)).toMatchObject({
      birthYear: Number(idNumber.slice(6, 10)),
      sex: 'female',
    });
  });
});
