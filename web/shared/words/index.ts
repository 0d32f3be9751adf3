import { useMemo } from 'react';
import { type Language, type Params, type Said, say as sayPair } from '../../../server/kernel/i18n/said.ts';
import { useLanguage } from '../language.tsx';
import { bulletinWords } from './bulletins.ts';
import { closeOutWords } from './close-out.ts';
import { consultationWords } from './consultation.ts';
import { employerWords } from './employers.ts';
import { evidenceWords } from './evidence.ts';
import { figureWords } from './figure.ts';
import { gigCardWords } from './gig-card.ts';
import { gigComplainWords } from './gig-complain.ts';
import { gigJoinWords } from './gig-join.ts';
import { gigOfficeWords } from './gig-office.ts';
import { gigOrderWords } from './gig-orders.ts';
import { gigRoundWords } from './gig-rounds.ts';
import { gigRuleWords } from './gig-rules.ts';
import { gigStationsWords } from './gig-stations.ts';
import { gigWords } from './gigs.ts';
import { ledgerWords } from './ledger.ts';
import { lightWords } from './lights.ts';
import { marketWords } from './market.ts';
import { measureWords } from './measure.ts';
import { messageWords } from './messages.ts';
import { noticeWords } from './notices.ts';
import { peopleWords } from './people.ts';
import { planWords } from './plans.ts';
import { programmeWords } from './programme.ts';
import { recordWords } from './records.ts';
import { screenWords } from './screen.ts';
import { shellWords } from './shell.ts';
import { signInWords } from './sign-in.ts';
import { stationWords } from './station.ts';
import { supervisionWords } from './supervision.ts';
import { todayWords } from './today.ts';
import { unitWords } from './units.ts';

/** Everything the office and the screen say. A key that is not here does not compile. */
export const words = {
  ...shellWords,
  ...signInWords,
  ...lightWords,
  ...ledgerWords,
  ...figureWords,
  ...todayWords,
  ...peopleWords,
  ...messageWords,
  ...programmeWords,
  ...recordWords,
  ...bulletinWords,
  ...screenWords,
  ...evidenceWords,
  ...measureWords,
  ...consultationWords,
  ...closeOutWords,
  ...planWords,
  ...noticeWords,
  ...supervisionWords,
  ...unitWords,
  ...marketWords,
  ...stationWords,
  ...gigWords,
  ...gigOrderWords,
  ...gigCardWords,
  ...gigComplainWords,
  ...gigJoinWords,
  ...gigStationsWords,
  ...gigOfficeWords,
  ...gigRoundWords,
  ...gigRuleWords,
  ...employerWords,
};

export type Word = keyof typeof words;

export const isWord = (key: string): key is Word => Object.hasOwn(words, key);

export function sayIn(language: Language, text: Word | Said, params: Params = {}): string {
  const pair: Said = typeof text === 'string' ? words[text] : text;
  return sayPair(pair, language, params);
}

export type { Language, Params, Said } from '../language.tsx';

export type Say = (text: Word | Said, params?: Params) => string;

/** `say` speaks the reader's language: a key of the words, or a pair that the server sent. */
export function useWords(): { language: Language; say: Say } {
  const { language } = useLanguage();
  return useMemo(() => ({ language, say: (text, params) => sayIn(language, text, params) }), [language]);
}
