import type { Task } from '../../kernel/module.ts';
import type { FigureSummary } from '../figures/contract.ts';

/** `GET /api/today`: what waits, most urgent first, and the figures in one's care that are behind, overdue or silent. */
export type TodayAnswer = { readonly today: string; readonly tasks: readonly Task[]; readonly behind: readonly FigureSummary[] };
