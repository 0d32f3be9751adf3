import type { Said } from '../../../server/kernel/i18n/said.ts';

/** One thing said in both languages, zh-CN first; leaving one out does not compile. `{name}` stands for a parameter. */
export const said = (zh: string, en: string): Said => ({ zh, en });
