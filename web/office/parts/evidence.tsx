import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useRef, useState } from 'react';
import type { EvidenceItem, KeptEvidence, OwnEvidence } from '../../../server/modules/evidence/contract.ts';
import { upload } from '../../shared/client.ts';
import { beijingDay, sayDay } from '../../shared/day.ts';
import { exact } from '../../shared/number.ts';
import { isRefusal } from '../../shared/refusal.ts';
import { useWords } from '../../shared/words/index.ts';
import { forget, useAsk } from '../asking.ts';
import { DropFile } from './drop-file.tsx';
import { Problem } from './notices.tsx';

const MOST = 20;
const ACCEPT = '.pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg,.webp,.txt,.csv';

type Props = {
  readonly value: readonly EvidenceItem[];
  readonly onChange: (value: readonly EvidenceItem[]) => void;
  readonly label?: string;
};

/** Documents for one place: dropped, chosen, or picked from what the own unit uploaded before, so that nothing is uploaded twice. */
export function EvidenceField({ value, onChange, label }: Props) {
  const { say } = useWords();
  const title = useId();
  const queries = useQueryClient();
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<unknown>();
  const [same, setSame] = useState<string>();
  const stop = useRef<AbortController>(undefined);
  // An upload takes its time, and the list may have changed meanwhile.
  const now = useRef(value);
  now.current = value;
  const add = (item: EvidenceItem) => {
    if (!now.current.some(({ sha256 }) => sha256 === item.sha256)) onChange([...now.current, item]);
  };
  const send = async (file: File) => {
    setError(undefined);
    setSame(undefined);
    setShare(0);
    stop.current = new AbortController();
    const form = new FormData();
    form.append('file', file);
    try {
      const { isNew, ...item } = await upload<KeptEvidence>('/api/evidence', form, setShare, stop.current.signal);
      if (!isNew) setSame(item.name);
      add(item);
      await forget(queries, '/api/evidence');
    } catch (refusal) {
      if (!isRefusal(refusal, 'stopped')) setError(refusal);
    } finally {
      setShare(undefined);
    }
  };
  return (
    <section className="evidence" aria-labelledby={title}>
      <h3 id={title}>{label ?? say('evidence.title')}</h3>
      <p className="grey">{say('evidence.hint')}</p>
      {value.length > 0 && (
        <ul className="plain">
          {value.map((item) => (
            <li key={item.sha256} className="line">
              <EvidenceLine item={item} />
              <Button
                size="small"
                aria-label={say('evidence.remove-one', { name: item.name })}
                onClick={() => onChange(value.filter(({ sha256 }) => sha256 !== item.sha256))}
              >
                {say('evidence.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Problem error={error} />
      {same && <p role="status">{say('evidence.same', { name: same })}</p>}
      {value.length >= MOST ? (
        <p>{say('evidence.full', { n: MOST })}</p>
      ) : (
        <>
          <DropFile
            isPart
            accept={ACCEPT}
            label={say('evidence.add')}
            share={share}
            working={say('evidence.checking')}
            onFile={(file) => void send(file)}
            onStop={() => stop.current?.abort()}
          />
          <Earlier without={value} onUse={add} />
        </>
      )}
    </section>
  );
}

/** What the own unit, area or office uploaded before. */
function Earlier({ without, onUse }: { without: readonly EvidenceItem[]; onUse: (item: EvidenceItem) => void }) {
  const { say } = useWords();
  const own = useAsk<OwnEvidence>('/api/evidence', { limit: 30 });
  const items = own.data?.items.filter(({ sha256 }) => !without.some((used) => used.sha256 === sha256)) ?? [];
  if (items.length === 0) return null;
  return (
    <details className="as-table">
      <summary>{say('evidence.earlier')}</summary>
      <ul className="plain">
        {items.map((item) => (
          <li key={item.sha256} className="line">
            <EvidenceLine item={item} />
            <Button size="small" aria-label={say('evidence.use-one', { name: item.name })} onClick={() => onUse(item)}>
              {say('evidence.use')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Documents to open; opening one leaves a record. */
export function EvidenceList({ items }: { items: readonly EvidenceItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul className="plain evidence-list">
      {items.map((item) => (
        <li key={item.sha256}>
          <EvidenceLine item={item} />
        </li>
      ))}
    </ul>
  );
}

function EvidenceLine({ item }: { item: EvidenceItem }) {
  const { say, language } = useWords();
  return (
    <span className="evidence-line">
      <a href={`/api/evidence/${item.sha256}`} download={item.name} title={say('evidence.opening-kept')}>
        {item.name}
      </a>{' '}
      <span className="grey nowrap">{saySize(item.size)}</span>{' '}
      <span className="grey">
        {say('evidence.by', { name: item.uploadedByName, day: sayDay(beijingDay(new Date(item.uploadedAt)), language) })}
      </span>
    </span>
  );
}

const saySize = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${exact(bytes / 1024 / 1024, 1)} MB` : `${exact(Math.max(1, Math.ceil(bytes / 1024)))} KB`;
