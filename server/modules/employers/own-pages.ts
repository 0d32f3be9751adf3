import type { Said } from '../../kernel/i18n/said.ts';

declare module '../../kernel/command/services.ts' {
  interface Services {
    /** The pages about one employer that modules declare: `path` follows `/employer/<id>/`. */
    readonly forEmployers: readonly { readonly path: string; readonly said: Said }[];
  }
}
