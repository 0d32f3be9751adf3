import type { LightPart } from '../../../kernel/figure/lit.ts';
import { type Said, said } from '../../../kernel/i18n/said.ts';
import type { Snapshot } from '../contract.ts';
import { bad } from './reasons.ts';

type Told = Pick<Snapshot, 'measures' | 'figures'>;

/**
 * `{m9.cause}`: by what a task is behind, overdue or silent, where its figures do not say it. Only what may be read by everybody is named;
 * milestones and notices are between offices, and are told by their kind.
 */
export function causeTokens({ measures, figures }: Told, parts: readonly LightPart[]): Record<string, Said> {
  return Object.fromEntries(
    measures.flatMap(({ no, light }) => {
      if (!isUntold(no, light, figures)) return [];
      const causes = parts.filter((part) => part.measure === no && part.light === light).map(causeOf);
      const told = causes.filter(({ zh }, at) => causes.findIndex((one) => one.zh === zh) === at);
      if (told.length === 0) return [];
      return [[`m${no}.cause`, said(told.map(({ zh }) => zh).join('、'), told.map(({ en }) => en).join(', '))]];
    }),
  );
}

/** Whether a bad light comes from elsewhere than the task's figures. */
const isUntold = (no: number, light: Snapshot['measures'][number]['light'], figures: Told['figures']): boolean =>
  bad.includes(light) && !figures.some((figure) => figure.measure === no && figure.light === light);

function causeOf({ subject, title }: LightPart): Said {
  switch (subject.split(':')[0]) {
    case 'service':
      return said(`服务水平“${title.zh}”`, `the level of service “${title.en}”`);
    case 'milestone':
      return said('实施方案的节点', 'milestones of its plan');
    case 'plan':
      return said('尚无实施方案', 'no plan yet');
    default:
      return said('督办事项', 'supervision');
  }
}
