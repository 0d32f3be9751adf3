/** One command that does to facts whatever a step says, and steps of every sort. */
import fc from 'fast-check';
import { Type } from 'typebox';
import { allowSystem } from '../actor/permission.ts';
import { command } from '../command/command.ts';
import { said } from '../i18n/said.ts';
import { factKind } from './kind.ts';

const name = said('试', 'test');
export const base = { title: name, unit: name, source: name, silentAfterDays: 30 };
export const paid = factKind({ ...base, name: 'test.paid', counts: 'flow', variants: { cash: name, card: name } });
export const served = factKind({ ...base, name: 'test.served', counts: 'once' });
export const staffed = factKind({ ...base, name: 'test.staffed', counts: 'level', byPlace: true });
export const signed = factKind({ ...base, name: 'test.signed', counts: 'level' });
export const kinds = [paid, served, staffed, signed];

export type Step =
  | { do: 'pay'; day: number; amount: number; town: number }
  | { do: 'serve'; day: number; person: number }
  | { do: 'staff'; day: number; place: number }
  | { do: 'census'; day: number; employer: number; count: number }
  | { do: 'reverse'; pick: number }
  | { do: 'end'; pick: number; day: number }
  | { do: 'fold' };

const dayOf = (day: number) => `2026-${String(1 + (day % 6)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}`;
const towns = ['', '110112001000', '110112109000'];

export const step = command({
  name: 'test.step',
  input: Type.Object({ step: Type.Any(), record: Type.String(), targets: Type.Array(Type.String()) }),
  may: allowSystem,
  run: async ({ step, record, targets }: { step: Step; record: string; targets: string[] }, { facts }) => {
    const of = { type: 'test', id: record };
    switch (step.do) {
      case 'pay':
        facts.count(paid, {
          day: dayOf(step.day),
          quantity: step.amount,
          town: towns[step.town % 3],
          unit: 'u',
          variant: step.amount % 2 ? 'cash' : 'card',
          record: of,
        });
        break;
      case 'serve':
        facts.count(served, {
          day: dayOf(step.day),
          quantity: 1,
          unit: 'u',
          record: of,
          of: [String(step.person), dayOf(step.day % 3)],
        });
        break;
      case 'staff':
        facts.count(staffed, {
          day: dayOf(step.day),
          quantity: 1,
          unit: 'u',
          place: `p${step.place}`,
          town: towns[1],
          record: of,
        });
        break;
      case 'census':
        facts.count(signed, { day: dayOf(step.day), quantity: step.count, unit: 'u', record: of, of: [String(step.employer)] });
        break;
      case 'reverse':
        await facts.reverse(targets);
        break;
      case 'end':
        await facts.end(targets, dayOf(step.day));
        break;
    }
    return null;
  },
});

export const steps = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constant('pay' as const),
      day: fc.nat(200),
      amount: fc.integer({ min: 1, max: 99_999 }),
      town: fc.nat(2),
    }),
    fc.record({ do: fc.constant('serve' as const), day: fc.nat(200), person: fc.nat(2) }),
    fc.record({ do: fc.constant('staff' as const), day: fc.nat(200), place: fc.nat(3) }),
    fc.record({ do: fc.constant('census' as const), day: fc.nat(12), employer: fc.nat(1), count: fc.nat(50) }),
    fc.record({ do: fc.constant('reverse' as const), pick: fc.nat() }),
    fc.record({ do: fc.constant('end' as const), pick: fc.nat(), day: fc.nat(200) }),
    fc.record({ do: fc.constant('fold' as const) }),
  ),
  { minLength: 1, maxLength: 25 },
);
