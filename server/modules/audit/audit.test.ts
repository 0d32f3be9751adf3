import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../tests/house.ts';
import type { Browser } from '../../../tests/http-browser.ts';
import { takeCheckpoint } from '../../kernel/audit/checkpoint.ts';
import type { AuditEntries, Verification } from './contract.ts';

describe('the audit page', () => {
  let house: WholeHouse;
  let auditor: Browser;
  beforeAll(async () => {
    house = await openWholeHouse();
    auditor = await house.signIn('audit');
  });
  afterAll(() => house.close());

  const entries = async (query = ''): Promise<AuditEntries> => {
    const { status, body } = await auditor.ask('GET', `/api/audit/entries${query}`);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  const verified = async (): Promise<Verification> => {
    expect((await auditor.ask('POST', '/api/audit/verify', {})).status).toBe(200);
    for (;;) {
      const { body } = await auditor.ask('GET', '/api/audit/verification');
      if (body.state !== 'waiting' && body.state !== 'running') return body;
      await pause(100);
    }
  };

  test('only the audit administrator may open it', async () => {
    for (const name of ['office', 'liaison', 'leader', 'evaluator', 'system', 'security']) {
      const browser = await house.signIn(name);
      for (const path of ['entries', 'checkpoints', 'verification', 'checkpoints.jsonl'])
        expect((await browser.ask('GET', `/api/audit/${path}`)).status, `${name} ${path}`).toBe(403);
      expect((await browser.ask('POST', '/api/audit/verify', {})).status, name).toBe(403);
    }
    const { body } = await (await house.signIn('audit')).ask('GET', '/api/audit/entries?outcome=refused&action=audit.verify');
    expect(body.entries, 'who tried to verify without the role is on record').toHaveLength(6);
  });

  test('shows who did what, newest first, by name, a page at a time, none twice and none left out', async () => {
    const all: string[] = [];
    let next: string | undefined;
    let last = '9';
    do {
      const page = await entries(`?limit=7${next ? `&after=${next}` : ''}`);
      for (const { id, at } of page.entries) {
        expect(at <= last).toBe(true);
        last = at;
        all.push(id);
      }
      next = page.next;
    } while (next);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe((await entries('?limit=200')).entries.length);
    expect((await entries('?action=sign-in&limit=200')).entries.some(({ actorName }) => actorName?.includes('苏谨'))).toBe(true);
  });

  test('finds entries by day, person, action and outcome', async () => {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
    expect((await entries(`?from=${day}&until=${day}&limit=200`)).entries.length).toBeGreaterThan(10);
    expect((await entries('?until=2020-01-01')).entries).toEqual([]);
    const byName = (await entries(`?actor=${encodeURIComponent('苏谨')}&limit=200`)).entries;
    expect(byName.length).toBeGreaterThan(0);
    expect(new Set(byName.map(({ actor }) => actor)).size).toBe(1);
    expect((await entries(`?actor=${byName[0]?.actor}&limit=200`)).entries).toEqual(byName);
    expect(
      (await entries('?outcome=refused')).entries.every(({ outcome, details }) => outcome === 'refused' && 'refused' in details),
    ).toBe(true);
    expect((await entries('?action=no-such-thing')).entries).toEqual([]);
  });

  test('looking at the log is itself on record, once an hour and not once a page', async () => {
    await entries();
    await entries('?limit=3');
    const { entries: read } = await entries('?action=audit.read&limit=200');
    expect(read.filter(({ details }) => details.what === 'entries')).toHaveLength(1);
  });

  test('a verification runs as a job, says how it ended, and finds what somebody edited', async () => {
    const first = await verified();
    expect(first).toMatchObject({ state: 'intact', result: { findings: [], more: 0 } });
    expect(first.result?.entries).toBeGreaterThan(20);
    const owner = new pg.Client({ connectionString: house.urls.ownerUrl });
    await owner.connect();
    try {
      await owner.query(`SET app.district = '${house.district}'`);
      await owner.query("UPDATE audit_entry SET actor = 'staff:nobody' WHERE seq = 3 AND lane = 0");
      const second = await verified();
      expect(second.state).toBe('broken');
      expect(second.result?.findings).toEqual([
        expect.objectContaining({
          code: 'entry-column-differs',
          lane: 0,
          seq: 3,
          text: { zh: expect.stringContaining('第 3 条'), en: expect.stringContaining('entry 3') },
        }),
      ]);
      const { entries: ended } = await entries('?action=audit.record-verification');
      expect(ended.map(({ details }) => details.findings)).toEqual([1, 0]);
    } finally {
      await owner.end();
    }
  });

  test('checkpoints are listed and can be taken away, and taking them away is on record', async () => {
    await takeCheckpoint(house.kernel, house.district, house.kernel.services.audit.keys);
    const { body } = await auditor.ask('GET', '/api/audit/checkpoints');
    expect(body).toMatchObject({
      publicKey: house.kernel.services.audit.keys.publicText,
      witness: { directory: false, address: false },
    });
    const { text, status } = await auditor.ask('GET', '/api/audit/checkpoints.jsonl');
    expect(status).toBe(200);
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ hash }) => hash).toReversed()).toEqual(body.checkpoints.map(({ hash }: { hash: string }) => hash));
    const { entries: read } = await entries('?action=audit.read&limit=200');
    expect(read.map(({ details }) => details.what)).toContain('checkpoints');
  });
});
