import { useEffect, useState } from 'react';
import type { CloseOutMark, Waiver } from '../../server/modules/close-out/contract.ts';
import type { FigureSummary, MapAnswer, ScreenAnswer } from '../../server/modules/figures/contract.ts';
import { sayDay, sayMoment } from '../shared/day.ts';
import { exact, short, spoken, withUnit } from '../shared/number.ts';
import { sayPeriod } from '../shared/say-period.ts';
import { lightOrder, lights } from '../shared/tokens.ts';
import { useIsDemo } from '../shared/use-is-demo.ts';
import { useWords } from '../shared/words/index.ts';
import { DistrictMap } from './district-map.tsx';
import { type Live, useLive, useOutline, useWaivers } from './live.ts';
import { sentenceOf } from './sentence.ts';
import { Spark } from './spark.tsx';

/** The leaders' screen: in a minute what is behind, where, and what moved today. */
export function Screen() {
  const { say } = useWords();
  const live = useLive();
  const map = useOutline(live.answer !== undefined);
  const waivers = useWaivers(live.answer !== undefined);
  useEffect(() => {
    document.title = say('screen.title');
  }, [say]);
  if (live.isShut || !live.answer) return <Closed live={live} />;
  return <Open live={live} answer={live.answer} map={map} waivers={waivers} />;
}

function Closed({ live }: { live: Live }) {
  const { say } = useWords();
  return (
    <main className="closed">
      <h1>{say('screen.title')}</h1>
      <p role="status">{say(live.isShut ? 'screen.shut' : live.error ? 'screen.lost' : 'screen.waiting')}</p>
      {live.isShut && (
        <p>
          <a href="/office/sign-in?next=screen">{say('screen.sign-in')}</a>
        </p>
      )}
    </main>
  );
}

type Shown = {
  readonly live: Live;
  readonly answer: ScreenAnswer;
  readonly map: MapAnswer | undefined;
  readonly waivers: readonly CloseOutMark[];
};

function Open({ live, answer, map, waivers }: Shown) {
  const { say, language } = useWords();
  const { ledger } = answer;
  const figures = ledger.measures.flatMap((measure) => measure.figures);
  const [chosen, choose] = useState<string>();
  const shown = figures.find(({ code }) => code === chosen) ?? mostUrgent(figures, answer) ?? figures[0];
  const sentence = sentenceOf(ledger, say, language);
  return (
    <main className="screen">
      <header className="top">
        <h1 className={sentence.length > 64 ? 'sentence sentence-long' : 'sentence'}>{sentence}</h1>
        <Status live={live} on={ledger.on} name={say(ledger.district.name)} />
      </header>
      <section className="multiples" aria-label={say('screen.figures')}>
        {figures.map((figure) => (
          <Multiple
            key={figure.code}
            figure={figure}
            months={answer.months[figure.code] ?? []}
            startsOn={ledger.startsOn}
            waivers={waivers.filter(({ measure }) => measure === figure.measure)}
            isChosen={figure === shown}
            onChoose={() => choose(figure.code)}
          />
        ))}
      </section>
      <div className="side">
        {shown && (
          <Where figure={shown} answer={answer} map={map} waivers={waivers.filter(({ measure }) => measure === shown.measure)} />
        )}
        <Today answer={answer} />
      </div>
    </main>
  );
}

/** The first thing to ask about: the worst light among the figures that can be shown on the map. */
function mostUrgent(figures: readonly FigureSummary[], { towns }: ScreenAnswer): FigureSummary | undefined {
  const placed = figures.filter(({ code }) => towns.some(({ values }) => typeof values[code] === 'number'));
  return [...placed].sort((one, other) => lightOrder.indexOf(one.light) - lightOrder.indexOf(other.light))[0];
}

function Status({ live, on, name }: { live: Live; on: string; name: string }) {
  const { say, language } = useWords();
  const isDemo = useIsDemo();
  const time = new Date(live.readAt + 8 * 3_600_000).toISOString().slice(11, 19);
  return (
    <div className="status">
      <p>
        {isDemo && <b className="demo-mark">{say('screen.demo')}</b>} {name} · {sayDay(on, language)}
      </p>
      <p role="status" className={live.isStale || live.error ? 'status-stale' : undefined}>
        <span aria-hidden="true">{live.isStale || live.error ? '■' : '●'}</span>{' '}
        {say(live.isStale || live.error ? 'screen.stale' : 'screen.live', { time })}
      </p>
    </div>
  );
}

function Multiple({
  figure,
  months,
  startsOn,
  waivers,
  isChosen,
  onChoose,
}: {
  figure: FigureSummary;
  months: readonly { month: string; standing: number | null }[];
  startsOn: string;
  waivers: readonly CloseOutMark[];
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { say, language } = useWords();
  const light = lights[figure.light];
  const number = (value: number | null) => (value === null ? '—' : spoken(value, figure.decimals, figure.unit.zh, language));
  const target =
    figure.target.per === 'month'
      ? say('screen.month-target', { value: short(figure.target.value, figure.unit.zh, language) })
      : say('screen.target', { value: short(figure.targetTotal, figure.unit.zh, language) });
  return (
    <button
      type="button"
      className="multiple"
      aria-pressed={isChosen}
      onClick={onChoose}
      style={{ borderTopColor: light.onNight }}
    >
      <span className="multiple-title">{say(figure.title)}</span>
      <span className={number(figure.current.value).length > 9 ? 'multiple-value multiple-value-long' : 'multiple-value'}>
        {number(figure.current.value)}
        <span className="multiple-unit">{figure.unit[language]}</span>
      </span>
      {waivers.length > 0 && (
        <span className="multiple-waived">
          <span aria-hidden="true">!</span>{' '}
          {say('screen.waived', { periods: waivers.map(({ period }) => sayPeriod(period, say)).join(say('text.and')) })}
        </span>
      )}
      <Spark figure={figure} months={months} startsOn={startsOn} />
      <span className="multiple-foot">
        <span className="multiple-light" style={{ color: light.onNight }}>
          <span aria-hidden="true">{light.sign}</span> {say(`light.${figure.light}`)}
        </span>
        <span>{target}</span>
      </span>
    </button>
  );
}

function Where({ figure, answer, map, waivers }: Omit<Shown, 'live'> & { figure: FigureSummary }) {
  const { say, language } = useWords();
  const values = new Map(
    answer.towns.flatMap(({ code, values }) =>
      typeof values[figure.code] === 'number' ? [[code, values[figure.code] ?? 0] as const] : [],
    ),
  );
  const label = say('screen.map', { title: say(figure.title) });
  return (
    <section className="where" aria-label={say('screen.where')}>
      <h2>{values.size > 0 ? label : say('text.pair', { name: say(figure.title), value: say('screen.map-none') })}</h2>
      {waivers.map(({ period, waiver }) => waiver && <WaiverTold key={period} period={period} waiver={waiver} />)}
      {map && (
        <DistrictMap
          map={map}
          values={values}
          label={label}
          tone={figure.light}
          isShare={figure.unit.zh === '%'}
          spoken={(value) =>
            withUnit(spoken(value, figure.decimals, figure.unit.zh, language), figure.unit.zh === '%' ? '%' : '')
          }
        />
      )}
    </section>
  );
}

/** Why a period is closed although it is short, and whose the two signatures are. */
function WaiverTold({ period, waiver }: { period: string; waiver: Waiver }) {
  const { say, language } = useWords();
  return (
    <p className="waiver-told">
      {say('screen.waived', { periods: sayPeriod(period, say) })} · {say('close-out.waiver-reason', { reason: waiver.reason })}{' '}
      <span className="quiet">
        {say('close-out.waiver-proposed', { name: waiver.proposedBy, at: sayMoment(waiver.proposedAt, language) })} ·{' '}
        {say('close-out.waiver-signed', { name: waiver.signedBy ?? '', at: sayMoment(waiver.signedAt ?? '', language) })}
      </span>
    </p>
  );
}

function Today({ answer }: { answer: ScreenAnswer }) {
  const { say, language } = useWords();
  return (
    <section className="today" aria-label={say('screen.today')}>
      <h2>{say('screen.today')}</h2>
      {answer.today.length === 0 ? (
        <p className="quiet">{say('screen.today-none')}</p>
      ) : (
        <ul>
          {answer.today.slice(0, 6).map((work) => (
            <li key={work.kind}>
              <span>{say(work.title)}</span>
              <b>+{withUnit(spoken(work.quantity, 0, work.unit.zh, language), work.unit[language])}</b>
              <span className="quiet">{say('screen.today-records', { n: exact(work.records) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
