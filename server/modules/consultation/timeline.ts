import { decide } from '../../kernel/actor/permission.ts';
import type { TimelineSource } from '../../kernel/timeline/source.ts';
import { mayOverlook } from './may.ts';

/** What other units asked of a paper is only for those who see the consultation as a whole. */
export const consultationTimeline: TimelineSource = {
  hidden: ({ actor }) => (decide(mayOverlook, actor) === 'allowed' ? [] : ['consultation-', 'opinion-']),
};
