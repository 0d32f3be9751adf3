import type { SealKeys } from '../../../kernel/seal/seal.ts';

declare module '../../../kernel/command/services.ts' {
  interface Services {
    /** For work that runs in a thread of its own and seals there: a seal cannot be handed over, its keys can. */
    readonly sealKeys?: SealKeys;
  }
}
