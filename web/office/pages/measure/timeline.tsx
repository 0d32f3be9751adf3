import {
  BellOutlined,
  CheckCircleOutlined,
  CommentOutlined,
  FileTextOutlined,
  LineChartOutlined,
  NotificationOutlined,
  ScheduleOutlined,
} from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ComponentType } from 'react';
import type { Timeline, TimelineLine, Topic } from '../../../../server/modules/timeline/contract.ts';
import { address, ask } from '../../../shared/client.ts';
import { beijingDay, sayDay, sayMonth } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Empty, Reading } from '../../parts/notices.tsx';

const route = getRouteApi('/measures/$no');
const PAGE = 50;

/** What an officer asks for; a task's other entries are seen among all. */
const shown = ['plan', 'supervision', 'close-out', 'figures', 'bulletins', 'consultation'] as const satisfies readonly Topic[];
const isTopic = (value: string | undefined): value is (typeof shown)[number] => shown.some((topic) => topic === value);

const icons: Readonly<Record<Topic, ComponentType>> = {
  plan: ScheduleOutlined,
  supervision: BellOutlined,
  'close-out': CheckCircleOutlined,
  figures: LineChartOutlined,
  bulletins: NotificationOutlined,
  consultation: CommentOutlined,
  measure: FileTextOutlined,
};

/** Everything that happened to a task, newest first, month by month. */
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
              <Months lines={all} />
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

function Months({ lines }: { lines: readonly TimelineLine[] }) {
  const { language } = useWords();
  const months = Map.groupBy(lines, ({ at }) => beijingDay(at).slice(0, 7));
  return [...months].map(([month, own]) => (
    <section key={month} className="timeline-month" aria-labelledby={`month-${month}`}>
      <h3 id={`month-${month}`}>{sayMonth(month, language)}</h3>
      <ol className="timeline">
        {own.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
    </section>
  ));
}

function Line({ line }: { line: TimelineLine }) {
  const { say, language } = useWords();
  const Icon = icons[line.topic];
  const figure = /^figure:(.+)$/.exec(line.subject)?.[1];
  return (
    <li className="timeline-line">
      <span className="timeline-icon" aria-hidden="true">
        <Icon />
      </span>
      <div>
        <p>
          <span className="tag">{say(`timeline.topic.${line.topic}`)}</span> {say(line.text)}
        </p>
        <p className="grey timeline-foot">
          <time dateTime={line.at}>{sayDay(beijingDay(line.at), language)}</time> · {line.by || say('timeline.by-leye')}
          {line.ofProgramme && ` · ${say('timeline.of-programme')}`}
          {figure && (
            <>
              {' · '}
              <Link to="/figures/$code" params={{ code: figure }}>
                {say('timeline.see-figure')}
              </Link>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
