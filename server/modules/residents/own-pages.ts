import type { SiteLink } from '../../kernel/page/site.ts';

declare module '../../kernel/command/services.ts' {
  interface Services {
    /** The pages about a resident that modules declare, for the page /me. */
    readonly mine: readonly SiteLink[];
  }
}
