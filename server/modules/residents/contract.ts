/** Shapes of residents, shared with the office. */
import type { Language, Said } from '../../kernel/i18n/said.ts';

/** Masked, as staff see somebody; null: not known. */
export type ResidentShown = {
  readonly resident: string;
  readonly name: string | null;
  readonly mobile: string | null;
  readonly idNumber: string | null;
  readonly birthYear: number | null;
  readonly sex: 'female' | 'male' | null;
  /** `YYYY-MM-DD` */
  readonly registeredOn: string;
};

/** A page about somebody, and how it stands with them now; null where it does not concern them. */
export type MyPage = { readonly address: string; readonly said: Said; readonly now: Said | null };

/** What somebody sees of themselves. */
export type MyData = Omit<ResidentShown, 'resident'> & {
  /** In full. */
  readonly fullName: string;
  /** In which messages are written to them: that of the page they signed in on last. */
  readonly language: Language;
  readonly sessions: readonly MySession[];
};

/** Moments are ISO 8601. */
export type MySession = {
  readonly session: string;
  readonly device: 'phone' | 'computer';
  readonly begunAt: string;
  readonly seenAt: string;
};
