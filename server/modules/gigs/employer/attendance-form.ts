import type { Wrong } from '../../portal/module.ts';
import type { ShownOrder } from '../orders/contract.ts';
import type { OrderPerson } from '../orders/queries.ts';
import { instantAt } from '../shifts.ts';

/** Whoever is placed or at work, and of whom the end is not known yet. */
export const unnoted = (people: readonly OrderPerson[]): OrderPerson[] =>
  people.filter(({ state }) => state === 'placed' || state === 'started');

/** Everybody not noted yet worked exactly as ordered. */
export const everybodyAsOrdered = (order: string, shown: ShownOrder, people: readonly OrderPerson[]) => ({
  order,
  people: unnoted(people).map(({ placement, startedAt }) => ({
    placement,
    came: true as const,
    startedAt: startedAt ?? shown.startsAt,
    endedAt: shown.endsAt,
    ending: 'done' as const,
  })),
});

/** One person's times as they were typed, by the day of the order; an end before the start is the next day's. */
export function oneAttendance(order: string, day: string, form: Readonly<Record<string, string>>) {
  const { placement = '', came = '', left = '', break: pause = '', ending = '', reason = '' } = form;
  const typed = (time: string, after = false) => (/^\d{2}:\d{2}$/.test(time) ? instantAt(day, time, after).toISOString() : time);
  return {
    order,
    people: [
      {
        placement,
        came: true,
        ...(came === '' ? {} : { startedAt: typed(came) }),
        ...(left === '' ? {} : { endedAt: typed(left, left <= came) }),
        ...(pause.trim() === '' ? {} : { breakMinutes: Number(pause) }),
        ...(left === '' || ending === '' ? {} : { ending }),
      },
    ],
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
  };
}

const fieldNames: Readonly<Record<string, string>> = {
  'people/0/startedAt': 'came',
  'people/0/endedAt': 'left',
  'people/0/breakMinutes': 'break',
  'people/0/ending': 'ending',
  reason: 'correction',
};

/** What is wrong, by the form's own names for its fields. */
export const wrongTimes = (wrong: Wrong): Wrong => ({
  ...wrong,
  fields: new Map([...wrong.fields].map(([path, message]) => [fieldNames[path] ?? path, message])),
});
