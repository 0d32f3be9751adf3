import type { Said } from '../i18n/said.ts';

/** A link that every public page carries. */
export type SiteLink = { readonly address: string; readonly said: Said };

/** What all public pages of this Leye share: made once at start, by the module that owns the portal. */
export type Site = {
  readonly name: Said;
  /** Address of the stylesheet; its content's hash is in the name. */
  readonly stylesheet: string;
  /** `https://…` without a slash at the end: what canonical and hreflang links begin with. */
  readonly publicAddress: string;
  readonly isDemo: boolean;
  /** A few: what people look for most. */
  readonly navigation: readonly SiteLink[];
  /** Statements and the way in for staff. */
  readonly footer: readonly SiteLink[];
};

/** Whose page it is and whom to ring. `telephone` is the programme's service number. */
export type Contact = { readonly districtName: Said; readonly telephone: string };
