import type { Task } from '../../kernel/module.ts';
import type { FigureSummary } from '../figures/contract.ts';

/**
 * `GET /api/today`: what waits, most urgent first, which is what the digest tells; and, to be looked at, the figures in one's care that
 * are behind, overdue or silent, the worst first.
 */
export type TodayAnswer = { readonly today: string; readonly tasks: readonly Task[]; readonly behind: readonly FigureSummary[] };
