import { Type } from 'typebox';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import { Id } from '../commands/shapes.ts';
import type { OpinionShown } from '../contract.ts';
import { findByReceipt } from '../opinion-store.ts';
import { receiptIndex } from '../receipt.ts';
import { opinionsShown } from '../stand.ts';
import { findConsultation, getVersion, listPublicConsultations } from '../store.ts';

export type PublicConsultation = {
  readonly consultation: string;
  readonly title: string;
  readonly isOpen: boolean;
  readonly dueOn: string;
  readonly isLate: boolean;
  /** Null: not published yet. */
  readonly publishedOn: string | null;
};

/** What anybody may read and speak on. Asked by the portal's own pages only. */
export const publicConsultations = query({
  name: 'consultation.public-consultations',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowSystem,
  run: async (_input, { transaction, today }): Promise<readonly PublicConsultation[]> =>
    (await listPublicConsultations(transaction)).map(({ id, title, state, due_on, published_at }) => ({
      consultation: id,
      title,
      isOpen: state === 'open',
      dueOn: due_on ?? '',
      isLate: due_on !== null && today > due_on,
      publishedOn: dayPublished(published_at),
    })),
});

const dayPublished = (at: Date | null): string | null => (at === null ? null : dayOf(new Date(at)));

export type PublicText = PublicConsultation & { readonly version: number; readonly text: string };

/** The version that the public is asked about; once published, the final text. */
export const publicText = query({
  name: 'consultation.public-text',
  input: Type.Object({ consultation: Id }, { additionalProperties: false }),
  may: allowSystem,
  run: async ({ consultation: id }, { transaction, today }): Promise<PublicText> => {
    const row = await findConsultation(transaction, id);
    if (!row?.is_public || row.state === 'draft' || row.due_on === null) throw new Problem('not-found', 'not-found');
    const version = row.state === 'published' ? row.version : (row.asked_version ?? row.version);
    const { text } = await getVersion(transaction, id, version);
    return {
      consultation: id,
      title: row.title,
      isOpen: row.state === 'open',
      dueOn: row.due_on,
      isLate: today > row.due_on,
      publishedOn: dayPublished(row.published_at),
      version,
      text,
    };
  },
});

export type PublicAnswer = { readonly title: string; readonly mayRespond: boolean; readonly opinion: OpinionShown };

/** What became of the opinion whose number is shown. */
export const publicAnswer = query({
  name: 'consultation.public-answer',
  input: Type.Object({ receipt: Type.String({ minLength: 4, maxLength: 40 }) }, { additionalProperties: false }),
  may: allowSystem,
  run: async ({ receipt }, { transaction, services, district, today }): Promise<PublicAnswer | undefined> => {
    const found = await findByReceipt(transaction, receiptIndex(services.seal, receipt, district));
    const row = found && (await findConsultation(transaction, found.consultation));
    if (!found || !row) return undefined;
    const all = await opinionsShown({ transaction, services }, row.id, row.version, (unit) => ({ zh: unit, en: unit }));
    const opinion = all.find((one) => one.opinion === found.id);
    const latest = opinion?.decisions.at(-1);
    const mayRespond = latest?.response === null && (row.state === 'open' || today <= latest.respondBy);
    return opinion && { title: row.title, mayRespond, opinion };
  },
});
