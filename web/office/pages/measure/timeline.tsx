import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Timeline, Topic } from '../../../../server/modules/timeline/contract.ts';
import { address, ask } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Months } from './timeline-months.tsx';

const route = getRouteApi('/measures/$no');
const PAGE = 200;

/** What an officer asks for; a task's other entries are seen among all. */
const shown = ['plan', 'supervision', 'close-out', 'figures', 'bulletins', 'consultation'] as const satisfies readonly Topic[];
const isTopic = (value: string | undefined): value is (typeof shown)[number] => shown.some((topic) => topic === value);

/** What happened to a task, newest first, month by month: what counts is read at once, the rest is one press away. */
export function TimelineSection({ measure }: { measure: number }) {
  const { say, language } = useWords();
  const { topic: asked } = route.useSearch();
  const navigate = useNavigate({ from: '/measures/$no' });
  const topic = isTopic(asked) ? asked : undefined;
  const path = `/api/measures/${measure}/timeline`;
  const pages = useInfiniteQuery({
    queryKey: [path, { topic }],
    queryFn: ({ pageParam, signal }) =>
      ask<Timeline>(path, { topic, limit: PAGE, ...(pageParam ? { before: pageParam } : {}) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const lines = pages.data?.pages.flatMap((page) => page.lines);
  return (
    <section className="section" aria-labelledby="timeline">
      <div className="section-head">
        <h2 id="timeline">{say('timeline.title')}</h2>
        <span className="buttons timeline-export">
          <Button href={address(`${path}.xlsx`, { topic, lang: language })}>{say('action.export-xlsx')}</Button>
          <Button href={address(`${path}.csv`, { topic, lang: language })}>{say('action.export-csv')}</Button>
        </span>
      </div>
      <p className="grey lead">{say('timeline.hint')}</p>
      <div className="filters timeline-filter">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset around chips would need a legend that repeats their words */}
        <div className="chips" role="group" aria-label={say('timeline.filter')}>
          {([undefined, ...shown] as const).map((name) => (
            <button
              key={name ?? 'all'}
              type="button"
              className="chip"
              aria-pressed={name === topic}
              onClick={() => void navigate({ search: (old) => ({ ...old, topic: name }), replace: true, resetScroll: false })}
            >
              {say(name ? `timeline.topic.${name}` : 'timeline.all')}
            </button>
          ))}
        </div>
      </div>
      <Reading of={{ data: lines, error: pages.error, refetch: pages.refetch }}>
        {(all) =>
          all.length === 0 ? (
            <Empty
              title={say(topic ? 'timeline.none-topic' : 'timeline.none')}
              hint={say(topic ? 'timeline.none-topic-hint' : 'timeline.none-hint')}
            />
          ) : (
            <>
              <Months lines={all} measure={measure} isWhole={topic !== undefined} />
              {pages.hasNextPage && (
                <div className="table-end">
                  <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                    {say('action.more-rows', { n: PAGE })}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </Reading>
    </section>
  );
}
