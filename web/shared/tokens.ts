import type { Light } from '../../server/modules/figures/contract.ts';

/** The family's colours, type and space. Every pair of text and ground below passes 4.5:1. */
export const color = Object.freeze({
  canal: '#0B5A9A',
  canalDark: '#084577',
  canalWash: '#F0F6FB',
  ink: '#1C1917',
  grey: '#57534E',
  line: '#E7E5E4',
  /** Borders of fields: a control must stand out from its ground by 3:1. */
  field: '#8A847D',
  paper: '#FFFFFF',
  wash: '#F5F7FA',
  /** Used sparingly: one thing a page. */
  accent: '#B45309',
  accentWash: '#FEF6E7',
  danger: '#B91C1C',
  dangerWash: '#FDF0F0',
  good: '#15803D',
  goodWash: '#EFF8F1',
});

/** The screen of the leaders: dark navy, read from five metres. */
export const night = Object.freeze({
  ground: '#0B1B2B',
  panel: '#11263A',
  line: '#2B4660',
  ink: '#F4F7FA',
  grey: '#B8C7D6',
  canal: '#7CC0F5',
});

/** A light is a sign, a colour and a word (`light.<name>` in the words), never a colour alone. */
export const lights: Readonly<Record<Light, { sign: string; color: string; wash: string; onNight: string }>> = Object.freeze({
  overdue: { sign: '■', color: '#B91C1C', wash: '#FDF0F0', onNight: '#FF8A8A' },
  behind: { sign: '◆', color: '#B45309', wash: '#FEF6E7', onNight: '#FBBF24' },
  silent: { sign: '○', color: '#57534E', wash: '#F2F1F0', onNight: '#C6D3DF' },
  'on-path': { sign: '●', color: '#15803D', wash: '#EFF8F1', onNight: '#5FE08A' },
  ahead: { sign: '▲', color: '#0F766E', wash: '#E9F6F4', onNight: '#4FE3D0' },
  unpromised: { sign: '–', color: '#57534E', wash: '#F2F1F0', onNight: '#C6D3DF' },
});

/** What needs a person first comes first. */
export const lightOrder: readonly Light[] = Object.freeze(['overdue', 'behind', 'silent', 'on-path', 'ahead', 'unpromised']);

/** The server's order of a whole: silence stands above being behind, because nobody can tell how far. */
export const worstFirst: readonly Light[] = Object.freeze(['overdue', 'silent', 'behind', 'on-path', 'ahead', 'unpromised']);

export const face =
  "'PingFang SC', 'HarmonyOS Sans SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', system-ui, sans-serif";

/** English reads badly in a Chinese face: its apostrophes and quotes are as wide as a character. */
export const englishFace = `system-ui, 'Segoe UI', 'Helvetica Neue', Arial, ${face}`;

/** The tokens as custom properties, for the style sheets. */
export const tokensAsCss = (): string => {
  const names = (group: Record<string, string>, prefix: string) =>
    Object.entries(group).map(
      ([name, value]) => `--${prefix}${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`,
    );
  const ofLights = Object.entries(lights).flatMap(([name, light]) => [
    `--light-${name}: ${light.color};`,
    `--light-${name}-wash: ${light.wash};`,
    `--light-${name}-night: ${light.onNight};`,
  ]);
  return `:root { ${[...names(color, ''), ...names(night, 'night-'), ...ofLights].join(' ')} --face: ${face}; } :root:lang(en) { --face: ${englishFace}; }`;
};
