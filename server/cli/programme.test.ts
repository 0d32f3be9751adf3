import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { samplePaper } from '../modules/programme/draft/papers.fixture.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tongzhou = path.join(root, 'programme/tongzhou');
const folder = mkdtempSync(path.join(os.tmpdir(), 'leye-programme-'));
const at = (name: string) => path.join(folder, name);
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  writeFileSync(at('paper.txt'), samplePaper());
  writeFileSync(
    at('areas.csv'),
    'code,name,level,parent\n110199000000,样例区,county,110100000000\n110199001000,东街道,town,110199000000\n110199001001,一社区,village,110199001000\n',
  );
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

function leye(...args: string[]) {
  const env = { ...process.env, LEYE_DATA: at('data'), DATABASE_URL: database.ownerUrl, LEYE_APP_DATABASE_URL: database.appUrl };
  const run = spawnSync(process.execPath, [path.join(root, 'scripts/leye.mjs'), 'programme', ...args], {
    encoding: 'utf8',
    env,
    cwd: root,
  });
  return { code: run.status, out: run.stdout, error: run.stderr };
}

// Each case starts Leye's command line anew, which takes seconds on a busy machine.
describe('leye programme', { timeout: 90_000 }, () => {
  it('check passes Tongzhou’s files', () => {
    const { code, out } = leye('check', path.join(tongzhou, 'programme.yaml'), path.join(tongzhou, 'areas.csv'));
    expect(out).toContain('0 处错误');
    expect(out).toContain('22 个街道乡镇');
    expect(code).toBe(0);
  });

  it('check names the line of each mistake and ends with 1', () => {
    const text = readFileSync(path.join(tongzhou, 'programme.yaml'), 'utf8').replace('decimals: 0', 'decimals: none');
    writeFileSync(at('wrong.yaml'), text);
    const line = text.slice(0, text.indexOf('decimals: none')).split('\n').length;
    const { code, out } = leye('check', at('wrong.yaml'), at('missing.yaml'));
    expect(out).toContain(`wrong.yaml:${line} 错误 error /measures/0/figures/0/decimals`);
    expect(code).toBe(1);
  });

  it('check reads a list of areas as one, and says which line is wrong', () => {
    writeFileSync(at('bad.csv'), 'code,name,level,parent\n1101,x,county,1\n');
    const { code, out } = leye('check', at('bad.csv'));
    expect([code, out]).toEqual([1, expect.stringContaining('第 2 行')]);
  });

  it('draft → finish → check → load gives a city, and loading again adds no version', () => {
    const drafted = leye('draft', at('paper.txt'), '--out', at('programme.yaml'));
    expect([drafted.code, drafted.error]).toEqual([0, '']);
    expect(drafted.out).toContain('3 项任务');
    const text = readFileSync(at('programme.yaml'), 'utf8');
    expect(text).toMatch(/count: .*typed|rule: typed|rule: "typed"/);
    expect(text).toContain('# confirm');
    expect(parse(text).district.code).toBe('110199');
    expect(leye('check', at('programme.yaml')).code).toBe(1);

    const finished = text
      .replace(/telephone: ""/, 'telephone: "12333"')
      .replaceAll(/(en|zh): ""/g, (_, language) => `${language}: "${language === 'en' ? 'Written' : '已填'}"`);
    writeFileSync(at('programme.yaml'), finished);
    const checked = leye('check', at('programme.yaml'));
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('0 处错误')]);
    for (const _ of ['first', 'again']) {
      const loaded = leye('load', folder, '--host', 'sample.localhost');
      expect([loaded.error, loaded.code]).toEqual(['', 0]);
      expect(loaded.out).toContain('第 1 版');
    }
    const other = leye('load', tongzhou, '--host', 'sample.localhost');
    expect([other.code, other.error]).toEqual([1, expect.stringContaining('sample.localhost 已属于另一个区')]);
  });

  it('draft never writes over a file, and reads no garbage', () => {
    writeFileSync(at('there.yaml'), 'mine');
    expect(leye('draft', at('paper.txt'), '--out', at('there.yaml'))).toMatchObject({
      code: 1,
      error: expect.stringContaining('没有覆盖'),
    });
    expect(readFileSync(at('there.yaml'), 'utf8')).toBe('mine');
    writeFileSync(at('empty.txt'), '');
    expect(leye('draft', at('empty.txt'))).toMatchObject({ code: 1, error: expect.stringContaining('空文件') });
    expect(leye('draft', at('nowhere.txt'))).toMatchObject({ code: 1, error: expect.stringContaining('找不到') });
  });

  it('says how it is used when it is not understood', () => {
    for (const args of [['load'], ['draft', at('paper.txt'), '--out']])
      expect(leye(...args)).toMatchObject({ code: 2, error: expect.stringContaining('用法') });
  });
});
