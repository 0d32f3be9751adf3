import { type Static, Type } from 'typebox';
import { Bilingual, FigureDefinition } from '../../kernel/figure/definition.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Code = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 });

/** A unit (单位) as the paper prints its name. `everyTown` stands for 各街道办事处、乡镇政府: one unit a street or town. */
export const Unit = Type.Object(
  { code: Code, name: Bilingual, everyTown: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
);

/** A measure (任务): who leads, who cooperates, what is promised in figures. Without figures it lives on milestones. */
export const Measure = Type.Object(
  {
    no: Type.Integer({ minimum: 1 }),
    area: Type.Integer({ minimum: 1 }),
    title: Bilingual,
    lead: Type.Array(Code, { minItems: 1, uniqueItems: true }),
    cooperating: Type.Array(Code, { uniqueItems: true }),
    figures: Type.Array(FigureDefinition),
  },
  { additionalProperties: false },
);

/**
 * A programme: the confirmed reading of a policy paper with its counting rules. The same shape is `programme/<city>/programme.yaml`
 * and the confirmed version in the database.
 */
export const Programme = Type.Object(
  {
    district: Type.Object(
      {
        code: Type.String({ pattern: '^\\d{6}$' }),
        name: Bilingual,
        /** The service telephone shown on every page of the portal. */
        telephone: Type.String({ minLength: 3 }),
      },
      { additionalProperties: false },
    ),
    title: Bilingual,
    /** First day that counts; 三年累计 counts from here. */
    startsOn: Day,
    validUntil: Day,
    goalAreas: Type.Array(Type.Object({ no: Type.Integer({ minimum: 1 }), title: Bilingual }, { additionalProperties: false }), {
      minItems: 1,
    }),
    units: Type.Array(Unit, { minItems: 1 }),
    measures: Type.Array(Measure, { minItems: 1 }),
  },
  { additionalProperties: false },
);
export type Programme = Static<typeof Programme>;
export type Measure = Static<typeof Measure>;
export type Unit = Static<typeof Unit>;

/** `GET /api/areas`, streets and towns before communities and villages. */
export type AreaList = {
  readonly areas: readonly {
    readonly code: string;
    readonly name: string;
    readonly level: 'town' | 'village';
    readonly parent: string | null;
    readonly parentName: string | null;
  }[];
  /** There are more than are listed: search for part of the name. */
  readonly hasMore: boolean;
};
