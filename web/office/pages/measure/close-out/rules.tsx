import type { GradeRule, MeasureCloseOuts } from '../../../../../server/modules/close-out/contract.ts';
import { useWords } from '../../../../shared/words/index.ts';
import { Table } from '../../../parts/table.tsx';

/** The rules that Leye judges and grades by, as it holds them. */
export function Rules({ rules: { figures, grades } }: { rules: MeasureCloseOuts['rules'] }) {
  const { say } = useWords();
  const bound = (most: number | null) =>
    most === null
      ? say('close-out.grade-any')
      : most === 0
        ? say('close-out.grade-none')
        : say('close-out.grade-most', { n: most });
  const surplus = (rule: GradeRule) =>
    rule.surplus > 1 ? say('close-out.grade-over', { percent: Math.round(rule.surplus * 100) }) : say('close-out.grade-reached');
  return (
    <details className="as-table">
      <summary>{say('close-out.rules')}</summary>
      <Table
        isDense
        caption={say('close-out.rules')}
        rows={figures}
        rowKey={({ per }) => per}
        columns={[
          { key: 'per', title: say('close-out.rules-per'), isRowTitle: true, cell: ({ per }) => say(`close-out.per.${per}`) },
          { key: 'year', title: say('close-out.rules-year'), cell: ({ year }) => say(`close-out.rule.${year}`) },
          { key: 'whole', title: say('close-out.rules-whole'), cell: ({ programme }) => say(`close-out.rule.${programme}`) },
        ]}
      />
      <p className="grey lead">{say('close-out.rules-early')}</p>
      <h3>{say('close-out.grades')}</h3>
      <Table
        isDense
        caption={say('close-out.grades')}
        rows={grades}
        rowKey={({ grade }) => grade}
        columns={[
          {
            key: 'grade',
            title: say('close-outs.grade'),
            isRowTitle: true,
            cell: ({ grade }) => say(`close-out.grade.${grade}`),
          },
          { key: 'surplus', title: say('close-out.grade-surplus'), cell: surplus },
          { key: 'urges', title: say('close-out.grade-urges'), cell: ({ urges }) => bound(urges) },
          { key: 'notices', title: say('close-out.grade-notices'), cell: ({ notices }) => bound(notices) },
          { key: 'late', title: say('close-out.grade-late'), cell: ({ lateMilestones }) => bound(lateMilestones) },
        ]}
      />
      <p className="grey lead">{say('close-out.grade-waiver')}</p>
    </details>
  );
}
