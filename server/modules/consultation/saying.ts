import { type Said, said, say } from '../../kernel/i18n/said.ts';

export type SaidParams = Readonly<Record<string, string | number | Said>>;

/** A text in both languages, each parameter in its own. */
export function put(text: Said, params: SaidParams = {}): Said {
  const inLanguage = (language: 'zh' | 'en') =>
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]),
    );
  return said(say(text, 'zh', inLanguage('zh')), say(text, 'en', inLanguage('en')));
}
