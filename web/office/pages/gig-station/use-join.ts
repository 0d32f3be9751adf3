import { useRef } from 'react';
import type { ResidentShown } from '../../../../server/modules/residents/contract.ts';
import { change, newKey } from '../../../shared/client.ts';
import { useChange } from '../../asking.ts';
import type { Handed } from './card.tsx';

export const shifts = ['morning', 'midday', 'evening', 'night'] as const;
export type Shift = (typeof shifts)[number];

/** What the form holds, as it was typed. */
export type Given = {
  readonly name: string;
  readonly mobile: string;
  readonly idNumber: string;
  readonly trade: string;
  readonly level: number;
  readonly second: string;
  readonly secondLevel: number;
  readonly area: string;
  readonly radiusKm: string;
  readonly payFloor: string;
  readonly payWish: string;
};

/** Registers somebody who is new to Leye, and lets whoever is new to the market join it; their card comes back once. */
export function useJoin(resident: ResidentShown | null, taken: readonly Shift[]) {
  // One key a step and content: pressed twice, or again after a fault further on, nobody is registered twice.
  const keys = useRef(new Map<string, string>());
  const once = (content: unknown) => {
    const text = JSON.stringify(content);
    const key = keys.current.get(text) ?? newKey();
    keys.current.set(text, key);
    return key;
  };
  // A second press while the first is under way waits for the same answer: the card's code comes only once.
  const running = useRef<ReturnType<typeof join>>(undefined);
  return useChange(
    (given: Given) => {
      running.current ??= join(given).finally(() => {
        running.current = undefined;
      });
      return running.current;
    },
    ['/api/gig-counter'],
  );

  async function join(given: Given) {
    const number = {
      ...(given.mobile ? { mobile: given.mobile } : {}),
      ...(given.idNumber ? { idNumber: given.idNumber } : {}),
    };
    const who = { name: given.name, ...number };
    const worker = resident?.resident ?? (await change<{ resident: string }>('POST', '/api/residents', who, once(who))).resident;
    const profile = profileOf(given, taken);
    const joined = await change<Handed>('POST', `/api/gig-workers/${worker}`, { profile }, once([worker, profile]));
    return { worker, ...joined, name: joined.name ?? resident?.name ?? given.name.trim().slice(0, 1) };
  }
}

const profileOf = (given: Given, taken: readonly Shift[]) => ({
  skills: [
    { trade: given.trade, level: Number(given.level) },
    ...(given.second && given.second !== given.trade ? [{ trade: given.second, level: Number(given.secondLevel) }] : []),
  ],
  startArea: given.area,
  radiusKm: Number(given.radiusKm),
  payFloor: Math.round(Number(given.payFloor) * 100),
  payWish: Math.round(Number(given.payWish) * 100),
  shifts: shifts.filter((shift) => taken.includes(shift)),
});
