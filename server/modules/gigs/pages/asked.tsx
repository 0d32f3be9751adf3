/** What the questions on joining share with changing the answers later. */
import type { ComponentChildren } from 'preact';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { Shown } from '../../portal/module.ts';
import { joinWords as words } from '../words/pages-join.ts';
import type { WorkerWhole } from '../workers/contract.ts';
import type { Tip } from './tip.ts';

export type ProfileShown = Shown<string>;

/** Where the answers of a form go, and what it carries on. `step`: of the three on joining. */
export type Asked = {
  readonly action: string;
  readonly step?: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly send: Said;
  /** What would have helped in the last round, to be said beside its field. */
  readonly tip?: Tip | undefined;
  /** Who was changed elsewhere meanwhile, as they are registered now. */
  readonly standing?: WorkerWhole | undefined;
  /** What that field said until now. */
  readonly own?: string | undefined;
};

export const Step = ({ step, language }: { step: number; language: Language }) => (
  <p class="quiet">{say(words.step, language, { step })}</p>
);

/** What each field is called, for the summary of what is wrong. */
export const profileLabels = {
  trades: words.trades,
  startArea: words.startArea,
  radiusKm: words.radiusKm,
  shifts: words.shifts,
  shiftWish: words.shiftWish,
  payFloor: words.payFloor,
  payWish: words.payWish,
};

export const FieldWrong = ({ name, shown: { wrong } }: { name: string; shown: ProfileShown }): ComponentChildren => {
  const message = wrong?.fields.get(name);
  return message === undefined ? null : (
    <p class="field-wrong" id={`${name}-wrong`}>
      {message}
    </p>
  );
};

/** What would have helped, beside the field that it is about; a link leads right here. */
export const TipNote = ({ children }: { children: ComponentChildren }) => (
  <p class="note" id="tip">
    {children}
  </p>
);
