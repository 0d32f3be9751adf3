import type { Language, Said } from '../../kernel/i18n/said.ts';

/** A text that differs by language, as two parameters: `{title}` in Chinese wording, `{titleEn}` in English. */
export const both = (name: string, text: Said): Record<string, string> => ({ [name]: text.zh, [`${name}En`]: text.en });

export const inBoth = (name: string, write: (language: Language) => string): Record<string, string> =>
  both(name, { zh: write('zh'), en: write('en') });
