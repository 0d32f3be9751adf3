import { type LightPart, severity, worstOf } from '../../kernel/figure/lit.ts';
import type { Said } from '../../kernel/i18n/said.ts';
import type { Programme } from '../programme/contract.ts';

export type LitWhole = {
  readonly subject: string;
  readonly title: Said;
  readonly parts: readonly LightPart[];
  readonly worst: LightPart | undefined;
};

const whole = (subject: string, title: Said, parts: readonly LightPart[]): LitWhole => ({
  subject,
  title,
  parts: parts.toSorted((a, b) => severity.indexOf(a.light) - severity.indexOf(b.light)),
  worst: worstOf(parts),
});

export const litMeasures = ({ measures }: Programme, parts: readonly LightPart[]): (LitWhole & { readonly no: number })[] =>
  measures.map(({ no, title }) => ({
    no,
    ...whole(
      `measure:${no}`,
      title,
      parts.filter((part) => part.measure === no),
    ),
  }));

/** Every unit that leads something or answers for something. */
export function litUnits(
  { units }: Programme,
  names: ReadonlyMap<string, string>,
  parts: readonly LightPart[],
): (LitWhole & { readonly code: string })[] {
  const own = new Map<string, LightPart[]>();
  for (const part of parts) for (const unit of part.units) own.set(unit, [...(own.get(unit) ?? []), part]);
  return [...own].map(([code, of]) => {
    const name = names.get(code) ?? code;
    return { code, ...whole(`unit:${code}`, units.find((unit) => unit.code === code)?.name ?? { zh: name, en: name }, of) };
  });
}
