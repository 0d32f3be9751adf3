import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** Looks for planted numbers in whatever was written: solid or grouped, and inside hex, base64, percent-encoding and plain hashes. */
export function canarySearch(planted: Iterable<string>) {
  const canaries = new Set(planted);
  // A hash without a key gives an ID number away: there are so few of them that all can be tried in minutes.
  const hashes = new Map<string, string>();
  for (const canary of canaries)
    for (const algorithm of ['md5', 'sha1', 'sha256', 'sha512']) {
      const digest = createHash(algorithm).update(canary).digest();
      hashes.set(digest.toString('hex'), canary);
      hashes.set(digest.toString('base64'), canary);
    }

  const inPlain = (text: string): string[] => {
    const solid = text.normalize('NFKC').replace(/(?<=\d)[ \-\u3000](?=[\dXx])/g, '');
    const found: string[] = [];
    for (const version of solid === text ? [text] : [text, solid])
      for (const [, digits = ''] of version.matchAll(/(?=(\d{17}[\dXx]|1\d{10}))/g)) {
        if (canaries.has(digits.toUpperCase())) found.push(digits);
        // An ID number also begins with eleven digits that may be a mobile's.
        else if (canaries.has(digits.slice(0, 11))) found.push(digits.slice(0, 11));
      }
    return found;
  };

  /** Everything found, the place in front. */
  const search = (place: string, text: string): string[] => {
    const found = inPlain(text);
    for (const [hex = ''] of text.matchAll(/[0-9a-f]{22,}/gi)) {
      found.push(...inPlain(Buffer.from(hex.slice(0, hex.length - (hex.length % 2)), 'hex').toString('latin1')));
      if (hashes.has(hex.toLowerCase())) found.push(`hash of ${hashes.get(hex.toLowerCase())}`);
    }
    for (const [base64 = ''] of text.matchAll(/[A-Za-z0-9+/_-]{15,}={0,2}/g)) {
      found.push(...inPlain(Buffer.from(base64, 'base64').toString('latin1')));
      if (hashes.has(base64)) found.push(`hash of ${hashes.get(base64)}`);
    }
    if (text.includes('%'))
      found.push(...inPlain(text.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))));
    return found.map((one) => `${place}: ${one}`);
  };
  return search;
}

/** Looks for planted numbers as they are, and nothing else: quick enough for the files of a whole database. */
export function digitSearch(planted: ReadonlySet<string>) {
  return (place: string, bytes: string): string[] => {
    const found: string[] = [];
    for (const [run] of bytes.matchAll(/\d{11,}X?/g))
      for (let at = 0; at + 11 <= run.length; at += 1)
        for (const length of [11, 18])
          if (planted.has(run.slice(at, at + length))) found.push(`${place}: ${run.slice(at, at + length)}`);
    return found;
  };
}

/** Every row of every table as text, in the owner's eyes: what a dump would hold. */
export async function* everyRow(ownerUrl: string, districts: readonly string[]): AsyncGenerator<[table: string, row: string]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows: tables } = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    for (const { name } of tables)
      for (const district of ['', ...districts]) {
        await owner.query("SELECT set_config('app.district', $1, false)", [district]);
        const { rows } = await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
        for (const { row } of rows) yield [name, row];
      }
  } finally {
    await owner.end();
  }
}

/** Every file below a folder, its bytes as text. A file that a running server takes away meanwhile is passed over: it is no more. */
export async function* everyFile(folder: string): AsyncGenerator<[file: string, bytes: string]> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file, 'latin1').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (bytes !== undefined) yield [file, bytes];
  }
}
