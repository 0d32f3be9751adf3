import { Type } from 'typebox';
import { decide, visibleScope } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { Id, Version } from '../commands/shapes.ts';
import { compareTexts } from '../compare/compare-texts.ts';
import type { Comparison, ConsultationList, ConsultationShown } from '../contract.ts';
import { askedShown, lineOf } from '../line.ts';
import { mayOverlook, mayRead, mayRun } from '../may.ts';
import { nameFrom, unitNames } from '../names.ts';
import { ownUnits, scopeOfConsultation } from '../scope.ts';
import { opinionsShown } from '../stand.ts';
import { findConsultation, getVersion, listConsultations, listVersions, unitsOf } from '../store.ts';
import { countUnsettled } from '../unsettled.ts';

/** The consultations: all of them for who oversees them, those that ask one's own unit for a liaison. */
export const consultationList = query({
  name: 'consultation.consultations',
  route: 'GET /api/consultations',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayRead,
  run: async (_input, reading): Promise<ConsultationList> => {
    const { transaction, actor, today } = reading;
    const visible = visibleScope(mayRead, actor);
    const own = ownUnits(actor);
    const rows = await listConsultations(transaction, visible === 'district' ? 'all' : (visible?.units ?? []));
    const units = await unitsOf(
      transaction,
      rows.map(({ id }) => id),
    );
    const nameOf = nameFrom(await unitNames(transaction));
    const unsettled = visible === 'district' ? await countUnsettled(transaction, rows) : new Map<string, number>();
    return { today, consultations: rows.map((row) => lineOf(row, units, own, unsettled.get(row.id) ?? 0, reading, nameOf)) };
  },
});

/** One consultation. Whoever oversees it sees the newest text with every opinion; a unit the text it was asked about, and its own. */
export const oneConsultation = query({
  name: 'consultation.consultation',
  route: 'GET /api/consultations/:consultation',
  input: Type.Object({ consultation: Id, version: Type.Optional(Version) }, { additionalProperties: false }),
  may: mayRead,
  scope: scopeOfConsultation,
  run: async ({ consultation: id, version: wanted }, reading): Promise<ConsultationShown> => {
    const { transaction, actor, today } = reading;
    const row = await findConsultation(transaction, id);
    if (!row) throw new Problem('not-found', 'not-found');
    const oversees = decide(mayOverlook, actor) === 'allowed';
    const own = ownUnits(actor);
    const version = oversees ? (wanted ?? row.version) : (row.asked_version ?? row.version);
    const { text, outline } = await getVersion(transaction, id, version);
    const names = await unitNames(transaction);
    const nameOf = nameFrom(names);
    const units = await unitsOf(transaction, [id]);
    const all = await opinionsShown(transaction, id, version, nameOf);
    const seen = all.filter(({ unit }) => oversees || (unit !== null && own.includes(unit)));
    const unsettled = all.filter(({ standing }) => standing !== 'settled').length;
    return {
      line: lineOf(row, units, own, oversees ? unsettled : 0, reading, nameOf),
      today,
      version,
      askedVersion: row.asked_version,
      text,
      measures: outline.measures.map(({ no, title, span }) => ({ no, title, span })),
      versions: oversees
        ? (await listVersions(transaction, id)).map((one) => ({
            version: one.version,
            note: one.note,
            by: one.saved_by_name,
            at: new Date(one.saved_at).toISOString(),
          }))
        : [],
      units: units.filter(({ unit }) => oversees || own.includes(unit)).map((unit) => askedShown(unit, nameOf)),
      opinions: seen,
      otherUnits: oversees
        ? [...names].filter(([unit]) => !units.some((asked) => asked.unit === unit)).map(([unit, name]) => ({ unit, name }))
        : [],
      paper: oversees ? row.paper : null,
      mayManage: decide(mayRun, actor) === 'allowed',
    };
  },
});

/** Two versions side by side, word by word. */
export const compareVersions = query({
  name: 'consultation.comparison',
  route: 'GET /api/consultations/:consultation/comparison',
  input: Type.Object({ consultation: Id, before: Version, after: Version }, { additionalProperties: false }),
  may: mayOverlook,
  run: async ({ consultation, before, after }, { transaction }): Promise<Comparison> => {
    const [old, now] = [await getVersion(transaction, consultation, before), await getVersion(transaction, consultation, after)];
    return { before, after, pieces: compareTexts(old.text, now.text).map(({ kind, text }) => ({ kind, text })) };
  },
});
