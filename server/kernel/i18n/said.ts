/** One thing said in both languages, zh-CN first. `{name}` stands for a parameter. */
export type Said = { readonly zh: string; readonly en: string };
export type Language = 'zh' | 'en';
export type Params = Readonly<Record<string, string | number>>;

export const said = (zh: string, en: string): Said => Object.freeze({ zh, en });

/**
 * Fills the parameters in. A parameter that is missing stays visible as `{name}`, so that a test sees it. English counts:
 * `{n} {n|day|days}` is 1 day, 3 days.
 */
export const say = (text: Said, language: Language, params: Params = {}): string =>
  text[language].replace(/\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    if (!(name in params)) return whole;
    if (one === undefined || many === undefined) return String(params[name]);
    return String(params[name]) === '1' ? one : many;
  });
