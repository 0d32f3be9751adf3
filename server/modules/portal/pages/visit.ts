import type { EmployerGrant } from '../../../kernel/actor/actor.ts';
import type { Language } from '../../../kernel/i18n/said.ts';
import type { City } from '../city.ts';
import type { ProgrammeContact } from '../contact.ts';

/** A resident who is signed in, and the employers they act for. */
export type SignedIn = { readonly id: string; readonly masked: string; readonly employers: readonly EmployerGrant[] };

/** What every page of the portal is written for: who reads, in which city, whom they can ring. */
export type Visit = {
  readonly language: Language;
  readonly isDemo: boolean;
  readonly contact: Omit<ProgrammeContact, 'validUntil'>;
  /** Last day of the programme; undefined where the district has none yet. */
  readonly validUntil: string | undefined;
  readonly city: City | undefined;
  readonly resident: SignedIn | undefined;
};
