import { Type } from 'typebox';
import { decide, visibleScope } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { nameFrom, unitNames } from '../../programme/module.ts';
import { Id, Version } from '../commands/shapes.ts';
import { compareTexts } from '../compare/compare-texts.ts';
import type { Comparison, ConsultationEvent, ConsultationList, ConsultationShown } from '../contract.ts';
import { earlyOf } from '../early.ts';
import { askedShown, lineOf } from '../line.ts';
import { mayOverlook, mayRead, mayRun } from '../may.ts';
import { ownUnits, scopeOfConsultation } from '../scope.ts';
import { opinionsShown } from '../stand.ts';
import { findConsultation, getVersion, listConsultations, listVersions, type StoredConsultation, unitsOf } from '../store.ts';
import { eventsOf } from '../telling.ts';
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
    const unsettled = visible === 'district' ? await countUnsettled(reading, rows) : new Map<string, number>();
    return { today, consultations: rows.map((row) => lineOf(row, units, own, unsettled.get(row.id) ?? 0, reading, nameOf)) };
  },
});

/**
 * One consultation. Whoever oversees it sees the newest text with every opinion; a unit its own, with the text it was asked about, and
 * the final one once that is published.
 */
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
    const version = oversees ? (wanted ?? row.version) : versionForUnits(row);
    const { text, outline } = await getVersion(transaction, id, version);
    const names = await unitNames(transaction);
    const nameOf = nameFrom(names);
    const units = await unitsOf(transaction, [id]);
    const all = await opinionsShown(reading, id, version, nameOf);
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
      early: oversees && row.state === 'open' ? earlyOf({ dueOn: row.due_on, isPublic: row.is_public, units }, all, today) : null,
      publishedReason: oversees ? row.published_reason : null,
      paper: oversees ? row.paper : null,
      mayManage: decide(mayRun, actor) === 'allowed',
    };
  },
});

/** Units never see what the office is still writing. */
const versionForUnits = ({ state, version, asked_version }: StoredConsultation): number =>
  state === 'published' ? version : (asked_version ?? version);

/** Two versions side by side, word by word; for a unit the one it was asked about and the final one. */
export const compareVersions = query({
  name: 'consultation.comparison',
  route: 'GET /api/consultations/:consultation/comparison',
  input: Type.Object({ consultation: Id, before: Version, after: Version }, { additionalProperties: false }),
  may: mayRead,
  scope: scopeOfConsultation,
  run: async ({ consultation, before, after }, { transaction, actor }): Promise<Comparison> => {
    const row = await findConsultation(transaction, consultation);
    const oversees = decide(mayOverlook, actor) === 'allowed';
    const known = row && [row.asked_version, versionForUnits(row)];
    if (!oversees && !(known?.includes(before) && known.includes(after))) throw new Problem('not-found', 'not-found');
    const [old, now] = [await getVersion(transaction, consultation, before), await getVersion(transaction, consultation, after)];
    return { before, after, pieces: compareTexts(old.text, now.text).map(({ kind, text }) => ({ kind, text })) };
  },
});

/** The consultation's own life: sent out, answered, decided, contested, published. */
export const consultationEvents = query({
  name: 'consultation.timeline',
  route: 'GET /api/consultations/:consultation/timeline',
  input: Type.Object({ consultation: Id }, { additionalProperties: false }),
  may: mayOverlook,
  run: async ({ consultation }, { transaction }): Promise<{ readonly events: readonly ConsultationEvent[] }> => {
    if (!(await findConsultation(transaction, consultation))) throw new Problem('not-found', 'not-found');
    return { events: await eventsOf(transaction, consultation) };
  },
});
