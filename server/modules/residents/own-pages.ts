import type { OwnPage } from '../../kernel/module.ts';

declare module '../../kernel/command/services.ts' {
  interface Services {
    /** The pages about a resident that modules declare, for the page /me. */
    readonly mine: readonly OwnPage[];
  }
}
