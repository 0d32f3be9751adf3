import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ConsultationShown, SavedVersion } from '../../../../server/modules/consultation/contract.ts';
import { change } from '../../../shared/client.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { useSignedIn } from '../../me.ts';
import { Problem } from '../../parts/notices.tsx';
import { keepUnsaved, readUnsaved } from '../../unsaved.ts';
import { TextField } from './text-field.tsx';

/** What is typed, and the version it is made on. */
type Typed = { readonly text: string; readonly note: string; readonly base: number };

/** The text under the officer's hands, kept on this computer until it is saved. Somebody else's newer version never overwrites it, nor it theirs: both are kept and compared. */
export function EditText({ of: { line, text: shown, version } }: { of: ConsultationShown }) {
  const { say } = useWords();
  const me = useSignedIn();
  const place = `consultation-${me?.account ?? ''}-${line.consultation}`;
  const [kept, setKept] = useState(() => readUnsaved(place, isTyped));
  const [{ text, note, base }, setTyped] = useState<Typed>(kept ?? { text: shown, note: '', base: version });
  /** What the typing began from: the text as it is saved. */
  const [begun, setBegun] = useState(shown);
  const isTouched = text !== begun || note !== '';
  const type = (change: Partial<Typed>) => {
    const next = { text, note, base, ...change };
    setTyped(next);
    keepUnsaved(place, next.text === begun && next.note === '' ? undefined : next);
  };
  const beginFrom = (saved: string, on: number, typed = saved) => {
    const next = { text: typed, note: '', base: on };
    setBegun(saved);
    setTyped(next);
    keepUnsaved(place, typed === saved ? undefined : next);
    setKept(undefined);
  };
  const save = useChange(
    ({ on, sent }: { on: number; sent: string }) =>
      change<SavedVersion>('POST', `/api/consultations/${line.consultation}/versions`, {
        base: on,
        text: sent,
        note: note.trim(),
      }),
    ['/api/consultations', '/api/today'],
    // What was typed while it was being saved is the beginning of the next version.
    { onSuccess: (saved, { sent }) => beginFrom(sent, saved.version, text) },
  );
  const newest = isRefusal(save.error, 'consultation-version-stale') ? Number(save.error.params.version) : undefined;
  if (line.state === 'published') return <p className="lead">{say('consult.published', { n: line.version })}</p>;
  return (
    <form
      className="edit-text"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ on: base, sent: text });
      }}
    >
      <p className="lead">{say('edit.lead')}</p>
      {kept && isTouched && (
        <p role="status">
          {say('edit.restored')}{' '}
          <button type="button" className="link-button" onClick={() => beginFrom(shown, version)}>
            {say('edit.discard')}
          </button>
        </p>
      )}
      <TextField
        label={say('edit.text')}
        value={text}
        onChange={(typed) => type({ text: typed })}
        lines={24}
        grows={false}
        className="edit-area"
      />
      <TextField label={say('edit.note')} value={note} onChange={(typed) => type({ note: typed })} most={200} lines={1} />
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
          <Button loading={save.isPending} onClick={() => save.mutate({ on: newest, sent: text })}>
            {say('edit.on-newest', { n: newest })}
          </Button>
        </div>
      )}
      <div className="buttons">
        <Button htmlType="submit" type="primary" disabled={text.trim() === '' || newest !== undefined} loading={save.isPending}>
          {say('edit.save', { n: base + 1 })}
        </Button>
        {isTouched && !save.isPending && <span className="grey">{say('edit.unsaved')}</span>}
        {save.data && !isTouched && (
          <span role="status">
            {say('edit.saved', { n: save.data.version, settled: save.data.settled, unsettled: save.data.unsettled })}
          </span>
        )}
      </div>
    </form>
  );
}

const isTyped = (kept: unknown): kept is Typed =>
  typeof kept === 'object' &&
  kept !== null &&
  'text' in kept &&
  typeof kept.text === 'string' &&
  'note' in kept &&
  typeof kept.note === 'string' &&
  'base' in kept &&
  typeof kept.base === 'number';
