import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { UploadedPaper } from '../../../../server/modules/programme/draft/contract.ts';
import { change, upload } from '../../../shared/client.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { forget } from '../../asking.ts';
import { holds, useSignedIn } from '../../me.ts';
import { DropFile } from '../../parts/drop-file.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Problem } from '../../parts/notices.tsx';
import { NotYours } from '../../shell/missing.tsx';

/** A policy paper goes in; its draft opens. */
export function NewProgramme() {
  const { say } = useWords();
  const me = useSignedIn();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<unknown>();
  const stop = useRef<AbortController>(undefined);
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
      const { draft } = await change<{ draft: string }>('POST', `/api/programme/papers/${paper}/draft`);
      await navigate({ to: '/programme/drafts/$draft', params: { draft } });
    } catch (refusal) {
      if (!isRefusal(refusal, 'stopped')) setError(refusal);
      setShare(undefined);
    } finally {
      void forget(queries, '/api/programme');
    }
  };
  return (
    <div className="page narrow">
      <Heading title={say('new.title')} above={<Link to="/programme">‹ {say('programme.title')}</Link>} lead={say('new.lead')} />
      <Problem error={error} />
      <DropFile
        accept=".docx,.txt"
        label={say('new.title')}
        share={share}
        working={say('new.reading')}
        onFile={(file) => void send(file)}
        onStop={() => stop.current?.abort()}
      />
      <section className="section">
        <h2>{say('new.steps')}</h2>
        <ol className="steps">
          <li>{say('new.step-1')}</li>
          <li>{say('new.step-2')}</li>
          <li>{say('new.step-3')}</li>
        </ol>
      </section>
    </div>
  );
}
