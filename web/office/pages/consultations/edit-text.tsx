import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ConsultationShown, SavedVersion } from '../../../../server/modules/consultation/contract.ts';
import { change } from '../../../shared/client.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { TextField } from './text-field.tsx';

/** The text under the officer's hands. Somebody else's newer version never overwrites it, nor it theirs: both are kept and compared. */
export function EditText({ of: { line, text: shown, version } }: { of: ConsultationShown }) {
  const { say } = useWords();
  const [text, setText] = useState(shown);
  const [base, setBase] = useState(version);
  const [note, setNote] = useState('');
  const save = useChange(
    (on: number) =>
      change<SavedVersion>('POST', `/api/consultations/${line.consultation}/versions`, { base: on, text, note: note.trim() }),
    ['/api/consultations', '/api/today'],
    {
      onSuccess: (saved) => {
        setBase(saved.version);
        setNote('');
      },
    },
  );
  const newest = isRefusal(save.error, 'consultation-version-stale') ? Number(save.error.params.version) : undefined;
  if (line.state === 'published') return <p className="lead">{say('consult.published', { n: line.version })}</p>;
  return (
    <form
      className="edit-text"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(base);
      }}
    >
      <p className="lead">{say('edit.lead')}</p>
      <TextField label={say('edit.text')} value={text} onChange={setText} lines={24} grows={false} className="edit-area" />
      <TextField label={say('edit.note')} value={note} onChange={setNote} most={200} lines={1} />
      <Problem error={save.error} />
      {newest !== undefined && (
        <div className="buttons">
          <Link
            to="/consultations/$consultation"
            params={{ consultation: line.consultation }}
            search={{ view: 'versions', before: String(base), after: String(newest) }}
            target="_blank"
          >
            {say('edit.see-newest', { n: newest })}
          </Link>
          <Button loading={save.isPending} onClick={() => save.mutate(newest)}>
            {say('edit.on-newest', { n: newest })}
          </Button>
        </div>
      )}
      <div className="buttons">
        <Button htmlType="submit" type="primary" disabled={text.trim() === '' || newest !== undefined} loading={save.isPending}>
          {say('edit.save', { n: base + 1 })}
        </Button>
        {save.data && (
          <span role="status">
            {say('edit.saved', { n: save.data.version, settled: save.data.settled, unsettled: save.data.unsettled })}
          </span>
        )}
      </div>
    </form>
  );
}
