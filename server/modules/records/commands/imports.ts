import { Type } from 'typebox';
import { actorKey, grantsOf } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { settleFile } from '../../../kernel/files/keep-file.ts';
import { Problem } from '../../../kernel/problem.ts';
import { redact } from '../../../kernel/seal/redact.ts';
import { mayRecord, reachOf } from '../access.ts';
import type { ImportNotice } from '../contract.ts';
import { holdOriginal, originalsOf } from '../import/originals.ts';
import { changeImport, clearProblems, findImport, type StoredImport } from '../import/store.ts';
import { getRecordType } from '../send-rows.ts';

const Id = Type.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' });

/** One's own imports, or any where one records for the whole district; another's reads as not found. */
async function ownImport(work: Work, id: string): Promise<StoredImport> {
  const found = await findImport(work.transaction, id, true);
  const isOwn = found && (found.uploaded_by === actorKey(work.actor) || reachOf(work.actor) === 'district');
  if (!found || !isOwn) throw new Problem('not-found', 'not-found');
  if (['checking', 'taking', 'reversing'].includes(found.state)) throw new Problem('conflict', 'import-busy');
  return found;
}

const begin = (work: Work, id: string) => work.jobs.send('records.run-import', { import: id });

/** A file has been stored: its check begins. No route of its own; the upload route streams the file first. */
export const uploadImport = command({
  name: 'records.upload-import',
  input: Type.Object(
    {
      type: Type.String({ maxLength: 60 }),
      fileName: Text(1, 200),
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      size: Type.Integer({ minimum: 1 }),
      fileType: Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]),
    },
    { additionalProperties: false },
  ),
  may: mayRecord,
  run: async (
    { type, fileName, sha256, size, fileType },
    work,
  ): Promise<{ readonly import: string; readonly number: string }> => {
    getRecordType(type);
    const id = work.newId();
    const number = `IMP-${work.today.replaceAll('-', '')}-${id.slice(-6).toUpperCase()}`;
    const { client } = work.transaction;
    const before = await client.query<{ number: string }>(
      `SELECT number FROM record_import WHERE district = $1 AND file_sha256 = $2 AND type = $3 AND state = 'taken' ORDER BY uploaded_at DESC LIMIT 1`,
      [work.district, sha256, type],
    );
    const notices: ImportNotice[] = before.rows.map((row) => ({ code: 'notice-file-again', params: { number: row.number } }));
    const ownUnit = grantsOf(work.actor).find(({ unit }) => unit !== undefined)?.unit ?? null;
    await client.query(
      `INSERT INTO record_import (district, id, number, type, file_name, file_sha256, file_size, file_type, state, reach, notices, uploaded_by, uploaded_unit, uploaded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'checking', $9, $10, $11, $12, $13)`,
      [
        work.district,
        id,
        number,
        type,
        fileName,
        sha256,
        size,
        fileType,
        JSON.stringify(reachOf(work.actor)),
        JSON.stringify(notices),
        actorKey(work.actor),
        ownUnit,
        work.now,
      ],
    );
    // Held until commit, so that nobody who finds the file unneeded drops it before this import is seen to need it.
    await holdOriginal(work.transaction, sha256);
    await settleFile(originalsOf(work.services, work.district), sha256);
    await begin(work, id);
    return { import: id, number };
  },
  audit: ({ type, sha256, size }, { import: id, number }) => ({ type, import: id, number, sha256, size }),
});

/** Takes a checked file: `all` only where nothing is wrong with it, or the `good` rows and leaves the others out. */
export const takeImport = command({
  name: 'records.take-import',
  route: 'POST /api/record-imports/:import/take',
  input: Type.Object(
    { import: Id, mode: Type.Union([Type.Literal('all'), Type.Literal('good')]) },
    { additionalProperties: false },
  ),
  may: mayRecord,
  run: async ({ import: id, mode }, work): Promise<{ readonly state: 'taking' }> => {
    const file = await ownImport(work, id);
    if (file.state !== 'checked' || !file.counts) throw new Problem('conflict', 'import-not-checked');
    if (mode === 'all' && file.counts.bad > 0) throw new Problem('conflict', 'import-has-bad-rows', { bad: file.counts.bad });
    if (file.counts.good === 0) throw new Problem('conflict', 'import-nothing-new', { alreadyThere: file.counts.alreadyThere });
    await changeImport(work.transaction, id, {
      state: 'taking',
      mode,
      reach: reachOf(work.actor),
      failure: null,
      decided_by: actorKey(work.actor),
      decided_at: work.now,
    });
    await begin(work, id);
    return { state: 'taking' };
  },
  audit: ({ import: id, mode }) => ({ import: id, mode }),
});

/** Takes nothing of a file; what was wrong with it is forgotten, and the file is deleted after commit. */
export const discardImport = command({
  name: 'records.discard-import',
  route: 'POST /api/record-imports/:import/discard',
  input: Type.Object({ import: Id }, { additionalProperties: false }),
  may: mayRecord,
  run: async ({ import: id }, work): Promise<{ readonly state: 'discarded' }> => {
    const { state } = await ownImport(work, id);
    if (state !== 'checked' && state !== 'failed') throw new Problem('conflict', 'import-not-checked');
    await clearProblems(work.transaction, id);
    await changeImport(work.transaction, id, { state: 'discarded', decided_by: actorKey(work.actor), decided_at: work.now });
    await begin(work, id);
    return { state: 'discarded' };
  },
  audit: ({ import: id }) => ({ import: id }),
});

/** Reverses a whole import: its records count no more, what they corrected stands again, duplicates behind them take over. */
export const reverseImport = command({
  name: 'records.reverse-import',
  route: 'POST /api/record-imports/:import/reverse',
  input: Type.Object({ import: Id, why: Text(2, 500) }, { additionalProperties: false }),
  may: mayRecord,
  run: async ({ import: id, why }, work): Promise<{ readonly state: 'reversing' }> => {
    const file = await ownImport(work, id);
    if (file.state !== 'taken') throw new Problem('conflict', 'import-not-taken');
    await changeImport(work.transaction, id, {
      state: 'reversing',
      failure: null,
      reversed_by: actorKey(work.actor),
      reversed_at: work.now,
      reversed_why: redact(why.trim()),
    });
    await begin(work, id);
    return { state: 'reversing' };
  },
  audit: ({ import: id }) => ({ import: id }),
});
