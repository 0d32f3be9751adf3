import type { Light } from '../../kernel/figure/light.ts';
import type { LightPart, Why } from '../../kernel/figure/lit.ts';
import type { Said } from '../../kernel/i18n/said.ts';

export type { LightPart } from '../../kernel/figure/lit.ts';

/** A part with the moment since when its light shines (ISO 8601); null: it was never recorded. */
export type ShownPart = LightPart & { readonly since: string | null };

/** A measure or a unit: its light is that of its worst part. `light` null: nothing of it is lit. */
export type Whole = {
  readonly subject: string;
  readonly title: Said;
  readonly light: Light | null;
  readonly why: Why | null;
  readonly since: string | null;
  /** Worst first. */
  readonly parts: readonly ShownPart[];
};

/** `GET /api/lights`. */
export type Lights = {
  readonly on: string;
  /** The bounds by which figures are lit. */
  readonly rule: { readonly ahead: number; readonly onPath: number; readonly about: number };
  readonly measures: readonly (Whole & { readonly no: number })[];
  readonly units: readonly (Whole & { readonly code: string })[];
};

/** `GET /api/lights/history`, newest first. */
export type LightHistory = {
  readonly changes: readonly {
    readonly at: string;
    readonly light: Light;
    readonly before: Light | null;
    readonly why: Why;
    /** Of a measure or a unit: the part whose light it took, and whose numbers these are. */
    readonly part: string | null;
  }[];
  readonly next: string | null;
};
