import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { Line, LineEntry } from '../../../../server/modules/gigs/dawn/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Chips } from '../../parts/chips.tsx';
import { Empty } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { WorkerReads } from './worker-reads.tsx';

const states = ['all', 'waiting', 'offered', 'placed', 'wants-more'] as const;
type State = (typeof states)[number];
/** As many as a screen or two hold; a dawn has thousands. */
const PAGE = 60;

/** Who is here, in the order of their numbers: found by number or name, filtered by how far they are. */
export function LineTable({
  line,
  chosen,
  onChoose,
  keysOn,
  noneHint,
}: {
  line: Line;
  chosen: string | undefined;
  onChoose: (worker: string) => void;
  keysOn: boolean;
  /** How the line fills, while nobody is in it. */
  noneHint: string;
}) {
  const { say } = useWords();
  const [wanted, want] = useState('');
  const [state, setState] = useState<State>('all');
  const [most, setMost] = useState(PAGE);
  const found = line.entries.filter((entry) => (state === 'all' || entry.state === state) && matches(entry, wanted.trim()));
  const shown = found.slice(0, most);

  useEffect(() => {
    if (!keysOn) return;
    const move = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const isElsewhere = event.target instanceof Element && event.target.closest('input, textarea, select, .counter-aside');
      if (step === 0 || isElsewhere) return;
      const at = shown.findIndex(({ worker }) => worker === chosen);
      const next = shown[at < 0 ? 0 : at + step];
      if (!next) return;
      event.preventDefault();
      onChoose(next.worker);
    };
    document.addEventListener('keydown', move);
    return () => document.removeEventListener('keydown', move);
  }, [keysOn, shown, chosen, onChoose]);

  return (
    <>
      <div className="filters">
        <Input
          id="line-search"
          className="search"
          autoComplete="off"
          aria-label={say('gig.find')}
          placeholder={say('gig.find')}
          value={wanted}
          onChange={(event) => want(event.target.value)}
          onPressEnter={() => shown[0] && onChoose(shown[0].worker)}
        />
        <Chips
          label={say('gig.filter')}
          value={state}
          choices={states.map((one) => ({
            value: one,
            label: say(`gig.state.${one}`),
            count: line.entries.filter((entry) => one === 'all' || entry.state === one).length,
          }))}
          onChoose={setState}
        />
      </div>
      {line.entries.length === 0 ? (
        <Empty title={say('gig.line-none')} hint={noneHint} />
      ) : found.length === 0 ? (
        <Empty title={say('gig.line-none-found')} hint={say('gig.line-none-found-hint')} />
      ) : (
        <>
          <Table
            caption={say('gig.view-line')}
            rows={shown}
            rowKey={({ worker }) => worker}
            selected={chosen}
            columns={[
              {
                key: 'number',
                title: say('gig.number'),
                isRowTitle: true,
                width: '8rem',
                cell: (entry) => (
                  <button type="button" className="link-button line-number" onClick={() => onChoose(entry.worker)}>
                    <b>{entry.number}</b> {entry.name}
                  </button>
                ),
              },
              {
                key: 'skills',
                title: say('gig.trades'),
                width: '14rem',
                cell: ({ skills }) =>
                  skills
                    .map(({ name, level }) =>
                      say('gig.skill', { trade: say(name), level: say(`gig.level-${level as 0 | 1 | 2 | 3}`) }),
                    )
                    .join(say('text.and')),
              },
              {
                key: 'mornings',
                title: say('gig.mornings'),
                isNumber: true,
                width: '8.5rem',
                cell: ({ mornings }) => (mornings >= 3 ? <b className="task-late">{mornings}</b> : mornings || '—'),
              },
              { key: 'state', title: say('gig.where'), cell: (entry) => <StateOf entry={entry} /> },
            ]}
          />
          {found.length > shown.length && (
            <div className="table-end">
              <Button onClick={() => setMost(most + PAGE)}>
                {say('action.more-rows', { n: Math.min(PAGE, found.length - shown.length) })}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}

/** How far somebody is, and why nothing was found for whoever still waits. */
export function StateOf({ entry }: { entry: LineEntry }) {
  const { say } = useWords();
  return (
    <span className="line-state">
      <span className={`tag state-${entry.state}`}>
        {entry.state === 'placed' && entry.order !== null
          ? say('gig.state-order', { n: entry.order })
          : say(`gig.state.${entry.state}`)}
      </span>{' '}
      {entry.team && <span className="tag">{say('gig.in-team')}</span>}{' '}
      {entry.isAided && <span className="tag">{say('gig.aided')}</span>}
      {entry.why && <WorkerReads words={entry.why} />}
    </span>
  );
}

/** A number of the line, the number of a worker, or part of a name as far as it shows. */
const matches = ({ number, workerNumber, name }: LineEntry, wanted: string): boolean =>
  wanted === '' ||
  String(number) === wanted ||
  (wanted.length > 3 && String(workerNumber).startsWith(wanted)) ||
  name.includes(wanted);
