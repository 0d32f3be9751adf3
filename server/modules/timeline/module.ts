import type { Module } from '../../kernel/module.ts';
import { timelineRoutes } from './export.ts';
import { timelineQuery } from './timeline.ts';

/** The timeline (时间线): a measure's life in the order in which it happened. It is written by `tellTimeline` and read here. */
export const timeline: Module = { name: 'timeline', queries: [timelineQuery], routes: timelineRoutes };
