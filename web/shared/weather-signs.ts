import type { WeatherWarning } from '../../server/modules/gigs/rules/contract.ts';

/** Never by colour alone: each has its sign and its word. */
export const signs = { warn: '▲', limit: '◆', stop: '■' } as const satisfies Record<WeatherWarning['effect'], string>;
export const isHeat = ({ code }: Pick<WeatherWarning, 'code'>): boolean => code.startsWith('heat');
