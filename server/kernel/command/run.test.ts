import { createHash, randomUUID } from 'node:crypto';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff, testKernel } from '../../../tests/kernel.ts';
import { system, visitor } from '../actor/actor.ts';
import { allow } from '../actor/permission.ts';
import { canonicalJson } from '../audit/canonical.ts';
import { inDistrict } from '../database/transaction.ts';
import { factKind } from '../fact/kind.ts';
import { said } from '../i18n/said.ts';
import { type Command, command } from './command.ts';
import { query } from './query.ts';
import { ask, execute } from './run.ts';

const name = said('试', 'test');
const paid = factKind({ name: 'test.paid', title: name, unit: name, source: name, counts: 'flow', silentAfterDays: 30 });

const pay = command({
  name: 'test.pay',
  input: Type.Object({ amount: Type.Number({ minimum: 1 }), town: Type.String() }, { additionalProperties: false }),
  may: allow({ 'programme-office': 'district', 'street-officer': 'own-area' }),
  scope: async ({ town }) => ({ area: town }),
  run: async ({ amount, town }, { facts, newId, today }) => {
    const id = newId();
    facts.count(paid, { day: today, quantity: amount, unit: 'u', town, record: { type: 'test', id } });
    if (amount === 13) throw new Error('refused after counting');
    return { id };
  },
  audit: ({ amount }) => ({ amount }),
});

const readTown = query({
  name: 'test.read-town',
  input: Type.Object({ town: Type.String() }),
  may: allow({ 'programme-office': 'district', 'street-officer': 'own-area' }),
  scope: async ({ town }) => ({ area: town }),
  run: async ({ town }) => town,
});

const office = staff({ role: 'programme-office' });
const officer = staff({ role: 'street-officer', area: '110112001000' });
const town = '110112001000';

let test: Awaited<ReturnType<typeof testKernel>>;
beforeAll(async () => {
  test = await testKernel([paid]);
});
afterAll(() => test.close());

const call = (key?: string, actor = office) => ({ district: test.district, actor, key });
const counted = async (table: string) =>
  inDistrict(
    test.kernel.database,
    test.district,
    async ({ client }) => (await client.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n as number,
  ); // reason: the test's own query

describe('a command', () => {
  it('cannot be declared without a permission rule', () => {
    const forced = { name: 'test.open', input: Type.Object({}), run: async () => null } as unknown as Command; // reason: what TypeScript forbids is tried on purpose
    expect(() => command(forced)).toThrow('no permission rule');
  });

  it('answers the same and happens once when it is sent again with the same key', async () => {
    const key = randomUUID();
    const before = await counted('fact');
    const first = await execute(test.kernel, pay, { amount: 5, town }, call(key));
    expect(await execute(test.kernel, pay, { town, amount: 5 }, call(key))).toEqual(first);
    expect(await counted('fact')).toBe(before + 1);
  });

  it('happens once when fifty connections send it at the same moment', async () => {
    const key = randomUUID();
    const before = { facts: await counted('fact'), entries: await counted('audit_entry') };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => execute(test.kernel, pay, { amount: 7, town }, call(key))),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect({ facts: await counted('fact'), entries: await counted('audit_entry') }).toEqual({
      facts: before.facts + 1,
      entries: before.entries + 1,
    });
  });

  it('is a conflict when the same key comes with other content', async () => {
    const key = randomUUID();
    await execute(test.kernel, pay, { amount: 5, town }, call(key));
    await expect(execute(test.kernel, pay, { amount: 6, town }, call(key))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'key-reused',
    });
  });

  it('keeps of its content only a hash that nobody can repeat without the key', async () => {
    const [key, amount] = [randomUUID(), 19_900_000_001];
    await execute(test.kernel, pay, { amount, town }, call(key));
    const kept = await inDistrict(test.kernel.database, test.district, async ({ client }) => {
      const { rows } = await client.query<{ hash: string }>('SELECT content_hash AS hash FROM command_key WHERE key = $1', [key]);
      return rows[0]?.hash;
    });
    const plain = createHash('sha256').update(canonicalJson({ amount, town })).digest('hex');
    expect(kept).toMatch(/^[0-9a-f]{64}$/);
    expect(kept).not.toBe(plain);
    expect(kept).toBe(test.kernel.services.seal.blindIndex('digest', plain, test.district).toString('hex'));
  });

  it('leaves nothing behind when it fails: no fact, no key, no audit entry', async () => {
    const key = randomUUID();
    const before = { facts: await counted('fact'), entries: await counted('audit_entry'), keys: await counted('command_key') };
    await expect(execute(test.kernel, pay, { amount: 13, town }, call(key))).rejects.toThrow('refused after counting');
    expect({ facts: await counted('fact'), entries: await counted('audit_entry'), keys: await counted('command_key') }).toEqual(
      before,
    );
  });

  it('names every field that is wrong, and refuses fields it does not know', async () => {
    await expect(execute(test.kernel, pay, { amount: 0, town: 5, extra: 1 }, call())).rejects.toMatchObject({
      kind: 'invalid',
      code: 'shape',
      details: expect.arrayContaining([expect.objectContaining({ at: '/amount' }), expect.objectContaining({ at: '/town' })]),
    });
  });

  it('is refused to visitors and to other roles, and another area reads as not found', async () => {
    await expect(execute(test.kernel, pay, { amount: 5, town }, call(undefined, visitor))).rejects.toMatchObject({
      kind: 'not-signed-in',
    });
    await expect(
      execute(test.kernel, pay, { amount: 5, town }, call(undefined, staff({ role: 'leader' }))),
    ).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(execute(test.kernel, pay, { amount: 5, town: '110112109000' }, call(undefined, officer))).rejects.toMatchObject({
      kind: 'not-found',
    });
    await expect(execute(test.kernel, pay, { amount: 5, town }, call(undefined, officer))).resolves.toBeDefined();
  });

  it('writes an audit entry when somebody is refused', async () => {
    const before = await counted("audit_entry WHERE outcome = 'refused'");
    await expect(execute(test.kernel, pay, { amount: 5, town }, call(undefined, staff({ role: 'leader' })))).rejects.toThrow();
    expect(await counted("audit_entry WHERE outcome = 'refused'")).toBe(before + 1);
  });
});

describe('a query', () => {
  it('reads only in its own area, and cannot write', async () => {
    await expect(ask(test.kernel, readTown, { town }, call(undefined, officer))).resolves.toBe(town);
    await expect(ask(test.kernel, readTown, { town: '110112109000' }, call(undefined, officer))).rejects.toMatchObject({
      kind: 'not-found',
    });
    const writing = query({
      ...readTown,
      name: 'test.write',
      run: async (_input, { transaction }) => String((await transaction.client.query('DELETE FROM fact_tail')).rowCount),
    });
    await expect(ask(test.kernel, writing, { town }, call())).rejects.toThrow('read-only');
  });

  it('that shows personal data leaves an entry of who saw what; Leye itself leaves none, nor does an answer without any', async () => {
    const showing = query({
      name: 'test.show-person',
      input: readTown.input,
      may: readTown.may,
      run: async ({ town: asked }) => asked,
      audit: ({ town: asked }, answer) => (answer.startsWith('110112001') ? { town: asked } : undefined),
    });
    const entries = async () =>
      await counted("audit_entry WHERE action = 'test.show-person' AND outcome = 'done' AND content LIKE '%110112001000%'");
    await ask(test.kernel, showing, { town }, call());
    expect(await entries()).toBe(town.startsWith('110112001') ? 1 : 0);
    await ask(test.kernel, showing, { town: '110112001000' }, call());
    const seen = await entries();
    expect(seen).toBeGreaterThan(0);
    await ask(test.kernel, showing, { town: '110112109000' }, call());
    await ask(
      test.kernel,
      { ...showing, may: allow({}, { system: true }) },
      { town },
      { district: test.district, actor: system('test') },
    );
    expect(await entries()).toBe(seen);
    // On a full disk nothing can be kept, and what is masked is read on.
    const full = { ...test.kernel, database: { ...test.kernel.database, isDiskFull: () => true } };
    await expect(ask(full, showing, { town }, call())).resolves.toBe(town);
    expect(await entries()).toBe(seen);
  });
});
