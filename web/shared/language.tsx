import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Language } from '../../server/kernel/i18n/said.ts';

export type { Language, Params, Said } from '../../server/kernel/i18n/said.ts';

const isLanguage = (value: unknown): value is Language => value === 'zh' || value === 'en';

/** The language of this visit: the address, then what was chosen before, then the browser's wish; Chinese where nothing is said. */
export function chosenLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (isLanguage(asked)) return asked;
  const kept = /(?:^|;\s*)lang=(zh|en)/.exec(document.cookie)?.[1];
  if (isLanguage(kept)) return kept;
  return /^en\b/i.test(navigator.language) ? 'en' : 'zh';
}

/** Keeps the choice where the server sees it too, so that its answers speak the same language. No personal data. */
function keepLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store interface is missing from browsers that offices still use
  document.cookie = `lang=${language}; path=/; max-age=31536000; samesite=lax`;
}

const Context = createContext<{ language: Language; choose: (language: Language) => void }>({ language: 'zh', choose: () => {} });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(() => {
    const chosen = chosenLanguage();
    keepLanguage(chosen);
    return chosen;
  });
  useEffect(() => keepLanguage(language), [language]);
  const value = useMemo(() => ({ language, choose }), [language]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export const useLanguage = () => useContext(Context);
