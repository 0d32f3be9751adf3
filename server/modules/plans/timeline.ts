import type { Reading } from '../../kernel/command/query.ts';
import { writeQuantity } from '../../kernel/page/written.ts';
import { subjectsOf, type TimelineSource } from '../../kernel/timeline/source.ts';
import type { TimelineParams } from '../../kernel/timeline/tell.ts';
import { findProgramme, nameFrom, unitNames } from '../programme/module.ts';
import { milestonesById } from './milestone-store.ts';

/** Milestones by their title and unit, dropped ones too; those that a figure proves with the figure and the value it must reach. */
export const planTimeline: TimelineSource = {
  matters: async ({ transaction }: Reading, subjects): Promise<ReadonlyMap<string, TimelineParams>> => {
    const milestones = await milestonesById(transaction, subjectsOf('milestone', subjects));
    if (milestones.length === 0) return new Map();
    const nameOf = nameFrom(await unitNames(transaction));
    const figures = (await findProgramme(transaction))?.programme.measures.flatMap((measure) => measure.figures) ?? [];
    return new Map(
      milestones.map(({ id, title, unit, figure, value }): [string, TimelineParams] => {
        const proof = figures.find(({ code }) => code === figure);
        const reached: TimelineParams =
          proof && value !== null
            ? {
                figure: proof.title,
                value: { zh: writeQuantity(value, proof, 'zh'), en: writeQuantity(value, proof, 'en') },
              }
            : {};
        return [`milestone:${id}`, { title, unit: nameOf(unit), ...reached }];
      }),
    );
  },
};
