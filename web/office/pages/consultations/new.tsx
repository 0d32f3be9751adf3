import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { UploadedPaper } from '../../../../server/modules/programme/draft/contract.ts';
import { change, upload } from '../../../shared/client.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { holds, useSignedIn } from '../../me.ts';
import { DropFile } from '../../parts/drop-file.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Problem } from '../../parts/notices.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { TextField } from './text-field.tsx';

type Started = { readonly consultation: string };

/** A draft paper goes in, as a file or pasted; its consultation opens. */
export function NewConsultation() {
  const { say } = useWords();
  const me = useSignedIn();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<unknown>();
  const stop = useRef<AbortController>(undefined);
  const start = useChange(
    (given: { title: string; paper?: string; text?: string }) => change<Started>('POST', '/api/consultations', given),
    ['/api/consultations'],
    {
      onSuccess: async ({ consultation }) => {
        await navigate({ to: '/consultations/$consultation', params: { consultation }, search: { view: 'units' } });
      },
    },
  );
  if (!holds(me, 'programme-office')) return <NotYours />;

  const send = async (file: File) => {
    setError(undefined);
    setShare(0);
    stop.current = new AbortController();
    const form = new FormData();
    form.append('file', file);
    try {
      const { paper } = await upload<UploadedPaper>('/api/programme/papers', form, setShare, stop.current.signal);
      setShare(1);
      await start.mutateAsync({ title: title.trim() || file.name.replace(/\.\w+$/, ''), paper });
    } catch (refusal) {
      if (!isRefusal(refusal, 'stopped')) setError(refusal);
    } finally {
      setShare(undefined);
    }
  };
  const canPaste = text.trim() !== '' && title.trim().length > 1;
  return (
    <div className="page narrow">
      <Heading
        title={say('consult.new')}
        above={<Link to="/consultations">‹ {say('consult.title')}</Link>}
        lead={say('consult.none-office')}
      />
      <Problem error={error ?? start.error} />
      <TextField
        label={say('consult.name')}
        value={title}
        onChange={setTitle}
        most={120}
        lines={1}
        placeholder={say('consult.name-hint')}
      />
      <section className="section">
        <h2>{say('consult.upload')}</h2>
        <DropFile
          accept=".docx,.txt"
          label={say('consult.upload')}
          share={share}
          working={say('consult.reading')}
          onFile={(file) => void send(file)}
          onStop={() => stop.current?.abort()}
        />
      </section>
      <section className="section">
        <TextField label={say('consult.paste')} value={text} onChange={setText} lines={8} grows={false} />
        <div className="buttons">
          <Button disabled={!canPaste} loading={start.isPending} onClick={() => start.mutate({ title: title.trim(), text })}>
            {say('consult.start')}
          </Button>
          {text.trim() !== '' && !canPaste && <span className="grey">{say('consult.name-first')}</span>}
        </div>
      </section>
    </div>
  );
}
