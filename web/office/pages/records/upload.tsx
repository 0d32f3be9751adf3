import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { RecordTypeView } from '../../../../server/modules/records/contract.ts';
import { upload } from '../../../shared/client.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { DropFile } from '../../parts/drop-file.tsx';
import { Problem } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { Recent } from './records.tsx';

/** The template, then the table; what it needs is listed below. */
export function Upload({ type }: { type: RecordTypeView }) {
  const { say, language } = useWords();
  const navigate = useNavigate();
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<unknown>();
  const stop = useRef<AbortController>(undefined);
  const send = async (file: File) => {
    setError(undefined);
    setShare(0);
    stop.current = new AbortController();
    const form = new FormData();
    form.append('file', file);
    try {
      const { import: id } = await upload<{ import: string }>(
        `/api/record-types/${type.name}/imports`,
        form,
        setShare,
        stop.current.signal,
      );
      await navigate({ to: '/records/imports/$import', params: { import: id } });
    } catch (refusal) {
      if (!isRefusal(refusal, 'stopped')) setError(refusal);
      setShare(undefined);
    }
  };
  const template = `/api/record-types/${type.name}/template`;
  return (
    <div className="split">
      <div>
        <section aria-labelledby="template">
          <h2 id="template">{say('upload.template')}</h2>
          <p className="grey">{say('upload.template-hint')}</p>
          <div className="buttons">
            <Button href={`${template}.xlsx?lang=${language}`}>{say('upload.template-xlsx')}</Button>
            <Button href={`${template}.csv?lang=${language}`}>{say('upload.template-csv')}</Button>
          </div>
        </section>
        <section className="section" aria-labelledby="file">
          <h2 id="file">{say('upload.file')}</h2>
          <p className="grey lead">{say('upload.file-hint')}</p>
          <Problem error={error} />
          <DropFile
            accept=".xlsx,.csv"
            label={say('upload.label')}
            share={share}
            working={say('upload.beginning')}
            onFile={(file) => void send(file)}
            onStop={() => stop.current?.abort()}
          />
        </section>
        <details className="as-table section">
          <summary>{say('upload.columns')}</summary>
          <Table
            isDense
            caption={say('upload.columns')}
            rows={type.columns}
            rowKey={({ key }) => key}
            columns={[
              { key: 'column', title: say('upload.column'), isRowTitle: true, cell: ({ label }) => say(label) },
              {
                key: 'required',
                title: say('upload.required'),
                cell: ({ required }) => say(required ? 'upload.required' : 'upload.optional'),
              },
              {
                key: 'about',
                title: say('upload.about-column'),
                cell: ({ remark, choices }) =>
                  [remark && say(remark), choices?.map(({ label }) => say(label)).join(say('text.and'))]
                    .filter(Boolean)
                    .join('　') || '—',
              },
            ]}
          />
        </details>
      </div>
      <Recent type={type.name} />
    </div>
  );
}
