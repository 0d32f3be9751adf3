import type { ConsultationShown, Summary } from '../../../../server/modules/consultation/contract.ts';
import { address } from '../../../shared/client.ts';
import { type Said, useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';

/** 征求意见汇总说明, as it stands now. */
export function SummaryView({ of: { line } }: { of: ConsultationShown }) {
  const { say, language } = useWords();
  const path = `/api/consultations/${line.consultation}/summary`;
  const summary = useAsk<Summary>(path);
  return (
    <Reading of={summary}>
      {({ title, paragraphs, columns, rows }) => (
        <section className="summary">
          <div className="section-head">
            <h2>{say(title)}</h2>
            <a className="button-link" href={address(`${path}.docx`, { lang: language })}>
              {say('summary.docx')}
            </a>
          </div>
          <p className="grey">{say('summary.lead')}</p>
          {paragraphs.map((paragraph) => (
            <p key={paragraph.zh} className="summary-paragraph">
              {say(paragraph)}
            </p>
          ))}
          {rows.length > 0 && (
            <Table
              caption={say(title)}
              rows={rows}
              rowKey={(row) => row[0]?.zh ?? ''}
              columns={columns.map((column, at) => ({
                key: String(at),
                title: say(column),
                isRowTitle: at === 0,
                cell: (row: readonly Said[]) => say(row[at] ?? column),
              }))}
            />
          )}
        </section>
      )}
    </Reading>
  );
}
