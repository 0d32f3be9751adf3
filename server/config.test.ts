import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { explainConfigError } from './config-errors.ts';

const key = () => randomBytes(32).toString('base64');

let LEYE_DATA: string;
beforeAll(() => {
  LEYE_DATA = mkdtempSync(path.join(tmpdir(), 'leye-config-'));
});
afterAll(() => rmSync(LEYE_DATA, { recursive: true, force: true }));

const production = () => ({
  LEYE_MODE: 'production',
  LEYE_SEAL_KEY: key(),
  LEYE_INDEX_KEY: key(),
  LEYE_CHECKPOINT_KEY: key(),
  LEYE_SESSION_SECRET: 'x'.repeat(32),
  LEYE_PUBLIC_URL: 'https://leye.example.gov.cn/',
  LEYE_SMS_URL: 'https://sms.example.gov.cn/send',
});

const problemsOf = (env: NodeJS.ProcessEnv): string[] => {
  try {
    readConfig({ LEYE_DATA, ...env });
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ code, params }) => `${params.name} ${code}`);
    throw error;
  }
  return [];
};

describe('without configuration', () => {
  it('Leye is a demonstration on this machine only, on its own database', () => {
    const config = readConfig({ LEYE_DATA });
    expect(config).toMatchObject({
      ...{ mode: 'demo', host: '127.0.0.1', port: 3000, dataDirectory: LEYE_DATA, database: { kind: 'embedded' } },
      ...{ publicAddress: 'http://127.0.0.1:3000', trustedProxies: [] },
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('secrets are made once, and kept where only their owner reads them', () => {
    const first = readConfig({ LEYE_DATA }).secrets;
    expect(first.sealKey).toHaveLength(32);
    expect(first.indexKey.equals(first.sealKey)).toBe(false);
    expect(readConfig({ LEYE_DATA }).secrets).toEqual(first);
    expect(statSync(path.join(LEYE_DATA, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('a damaged file of secrets is an error, never a reason for new ones', () => {
    const damaged = mkdtempSync(path.join(tmpdir(), 'leye-config-'));
    for (const content of ['', '{"sealKey":"x"', '[]', '{"sealKey":"x"}']) {
      writeFileSync(path.join(damaged, 'secrets.json'), content);
      expect(() => readConfig({ LEYE_DATA: damaged })).toThrow(expect.objectContaining({ code: 'secrets-file-damaged' }));
      expect(readFileSync(path.join(damaged, 'secrets.json'), 'utf8')).toBe(content);
    }
    chmodSync(damaged, 0o700);
    rmSync(damaged, { recursive: true });
  });
});

describe('in production', () => {
  it('starts with its secrets, a public address and a channel', () => {
    const config = readConfig({ LEYE_DATA, ...production() });
    expect(config).toMatchObject({
      mode: 'production',
      publicAddress: 'https://leye.example.gov.cn',
      smsUrl: 'https://sms.example.gov.cn/send',
    });
  });

  it('a mail server is channel enough', () => {
    expect(problemsOf({ ...production(), LEYE_SMS_URL: '', LEYE_SMTP_URL: 'smtps://mail.example.gov.cn' })).toEqual([]);
  });

  it('names everything that is missing at once, in both languages', () => {
    const everything = [
      ...['LEYE_SEAL_KEY missing', 'LEYE_INDEX_KEY missing', 'LEYE_SESSION_SECRET missing', 'LEYE_CHECKPOINT_KEY missing'],
      ...['LEYE_PUBLIC_URL missing', 'LEYE_SMS_URL missing-channel'],
    ];
    expect(problemsOf({ LEYE_MODE: 'production' })).toEqual(everything);
    try {
      readConfig({ LEYE_MODE: 'production', LEYE_DATA });
    } catch (error) {
      const told = error instanceof ConfigError ? explainConfigError(error) : '';
      for (const name of everything.map((line) => line.split(' ')[0]))
        expect(told.split(`${name} `).length, name).toBeGreaterThan(1);
      expect(told).toContain('LEYE_SMTP_URL');
      expect(told).not.toMatch(/\{\w+\}/);
    }
  });

  it.each(Object.keys(production()).filter((name) => name !== 'LEYE_MODE'))('refuses to start without %s', (name) => {
    const problems = problemsOf({ ...production(), [name]: '' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} missing`));
  });

  it('makes no secret of its own', () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'leye-config-'));
    readConfig({ ...production(), LEYE_DATA: empty });
    expect(() => statSync(path.join(empty, 'secrets.json'))).toThrow('ENOENT');
    rmSync(empty, { recursive: true });
  });
});

describe('a wrong value is named, and never repeated', () => {
  it.each([
    ['LEYE_MODE', 'prod', 'not-a-mode'],
    ['LEYE_PORT', '99999', 'not-a-port'],
    ['LEYE_PORT', '0', 'not-a-port'],
    ['LEYE_PORT', '3000.5', 'not-a-port'],
    ['LEYE_PORT', '三千', 'not-a-port'],
    ['PORT', '-1', 'not-a-port'],
    ['DATABASE_URL', 'mysql://leye@db/leye', 'not-a-url'],
    ['DATABASE_URL', 'db.example', 'not-a-url'],
    ['LEYE_SEAL_KEY', randomBytes(16).toString('base64'), 'not-a-key'],
    ['LEYE_INDEX_KEY', randomBytes(33).toString('base64'), 'not-a-key'],
    ['LEYE_CHECKPOINT_KEY', 'p'.repeat(44), 'not-a-key'],
    ['LEYE_SEAL_KEY', Buffer.alloc(32, 7).toString('base64'), 'not-a-key'],
    ['LEYE_SESSION_SECRET', 'short', 'secret-too-short'],
    ['LEYE_PUBLIC_URL', 'leye.example.gov.cn', 'not-a-url'],
    ['LEYE_SMS_URL', 'ftp://sms', 'not-a-url'],
    ['LEYE_SMTP_URL', 'https://mail', 'not-a-url'],
    ['LEYE_TRUSTED_PROXY', '10.0.0.1, proxy.example', 'not-an-address'],
    ['LEYE_TRUSTED_PROXY', '10.0.0.0/33', 'not-an-address'],
  ])('%s=%s is %s', (name, value, code) => {
    const env = { LEYE_DATA, [name]: value };
    expect(problemsOf(env)).toEqual([`${name} ${code}`]);
    try {
      readConfig(env);
    } catch (error) {
      const told = error instanceof ConfigError ? explainConfigError(error) : '';
      expect(told).toContain(name);
      if (value.length > 10) expect(told).not.toContain(value);
    }
  });

  it('one key may not serve two purposes', () => {
    const key = randomBytes(32).toString('base64');
    expect(problemsOf({ LEYE_DATA, LEYE_SEAL_KEY: key, LEYE_INDEX_KEY: key })).toEqual(['LEYE_INDEX_KEY key-used-twice']);
    expect(problemsOf({ LEYE_DATA, LEYE_SEAL_KEY: key, LEYE_CHECKPOINT_KEY: key })).toEqual([
      'LEYE_CHECKPOINT_KEY key-used-twice',
    ]);
  });

  it('production insists on https', () => {
    expect(problemsOf({ ...production(), LEYE_PUBLIC_URL: 'http://leye.example.gov.cn' })).toEqual(['LEYE_PUBLIC_URL not-a-url']);
  });

  it('single sign-on is whole or absent', () => {
    expect(problemsOf({ LEYE_OIDC_ISSUER: 'https://id.example' })).toEqual([
      'LEYE_OIDC_CLIENT_ID incomplete-oidc',
      'LEYE_OIDC_CLIENT_SECRET incomplete-oidc',
    ]);
    const whole = { LEYE_OIDC_ISSUER: 'https://id.example', LEYE_OIDC_CLIENT_ID: 'leye', LEYE_OIDC_CLIENT_SECRET: 's' };
    expect(readConfig({ LEYE_DATA, ...whole }).oidc).toEqual({
      issuer: 'https://id.example',
      clientId: 'leye',
      clientSecret: 's',
    });
  });

  it('proxies may be addresses and networks of both kinds', () => {
    const { trustedProxies } = readConfig({ LEYE_DATA, LEYE_TRUSTED_PROXY: '10.0.0.1, 10.1.0.0/16 fd00::/8' });
    expect(trustedProxies).toEqual(['10.0.0.1', '10.1.0.0/16', 'fd00::/8']);
  });
});
