import type { FigureSummary } from '../../server/modules/figures/contract.ts';
import { addDays, daysBetween } from '../shared/day.ts';
import { lights, night } from '../shared/tokens.ts';

type Point = { readonly month: string; readonly standing: number | null };
const WIDTH = 240;
const HEIGHT = 64;
const PAD = 5;

/** A figure's months against its path (dashed) and target (thin line), over the span the promise runs. */
export function Spark({ figure, months, startsOn }: { figure: FigureSummary; months: readonly Point[]; startsOn: string }) {
  const tone = lights[figure.light].onNight;
  if (figure.target.per === 'month') return <Bars figure={figure} months={months} tone={tone} />;
  const { from, to } = spanOf(figure, startsOn);
  const days = Math.max(1, daysBetween(from, to));
  const x = (day: string) => PAD + (Math.min(days, Math.max(0, daysBetween(from, day))) / days) * (WIDTH - 2 * PAD);
  const known = months
    .map(({ month, standing }) => ({ day: earlier(lastDay(month), figure.on), value: standing }))
    .filter((point): point is { day: string; value: number } => point.value !== null && point.day >= from);
  const top = Math.max(figure.targetTotal, ...known.map(({ value }) => value), 1e-9) * 1.08;
  const lowest = figure.target.per === 'standing' ? Math.min(...known.map(({ value }) => value), figure.targetTotal) : 0;
  const bottom = figure.target.per === 'standing' ? Math.max(0, lowest - (top - lowest) * 0.4) : 0;
  const y = (value: number) => HEIGHT - PAD - ((value - bottom) / (top - bottom)) * (HEIGHT - 2 * PAD);
  const line = (points: readonly { day: string; value: number }[]) =>
    points.map(({ day, value }) => `${x(day).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const start = figure.rule === 'sum' ? [{ day: from, value: 0 }] : [];
  const last = known.at(-1);
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
      <line
        x1={PAD}
        x2={WIDTH - PAD}
        y1={y(figure.targetTotal)}
        y2={y(figure.targetTotal)}
        stroke={night.ink}
        strokeWidth="1"
        vectorEffect="non-scaling-stroke"
      />
      {figure.path !== null && figure.target.per !== 'standing' && (
        <polyline
          points={line([
            { day: from, value: 0 },
            ...(figure.target.path ?? []).filter(({ day }) => day > from && day < to),
            { day: to, value: figure.targetTotal },
          ])}
          fill="none"
          stroke={night.grey}
          strokeWidth="2"
          strokeDasharray="5 5"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <polyline
        points={line([...start, ...known])}
        fill="none"
        stroke={tone}
        strokeWidth="4"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      {last && <circle cx={x(last.day)} cy={y(last.value)} r="4" fill={tone} />}
    </svg>
  );
}

/** Each month stands on its own: the last twelve, with the month's promise as a line. */
function Bars({ figure, months, tone }: { figure: FigureSummary; months: readonly Point[]; tone: string }) {
  const shown = months.slice(-12);
  const top = Math.max(figure.target.value, ...shown.map(({ standing }) => standing ?? 0)) * 1.15;
  const step = (WIDTH - 2 * PAD) / 12;
  const y = (value: number) => HEIGHT - PAD - (value / top) * (HEIGHT - 2 * PAD);
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
      {shown.map(({ month, standing }, index) => (
        <rect
          key={month}
          x={PAD + index * step + 2}
          width={step - 4}
          y={y(standing ?? 0)}
          height={HEIGHT - PAD - y(standing ?? 0)}
          fill={tone}
        />
      ))}
      <line
        x1={PAD}
        x2={WIDTH - PAD}
        y1={y(figure.target.value)}
        y2={y(figure.target.value)}
        stroke={night.ink}
        strokeWidth="1"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** The span of the promise: this year, the programme; for what must hold always, the last twelve months. */
function spanOf(figure: FigureSummary, startsOn: string): { from: string; to: string } {
  const year = figure.on.slice(0, 4);
  if (figure.target.per === 'standing') return { from: addDays(figure.on, -365), to: figure.on };
  if (figure.target.per === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` };
  return { from: startsOn, to: figure.target.by };
}

const lastDay = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};
const earlier = (one: string, other: string) => (one < other ? one : other);
