import { daysBetween } from '../../../shared/day.ts';
import { lastDayOf, type PathFigure, type Points } from './straight.ts';

const WIDTH = 140;
const HEIGHT = 34;

/** A tiny drawing of the way: the straight line dashed, what is planned drawn over it. */
export function PathChart({ figure, points, label }: { figure: PathFigure; points: Points | undefined; label: string }) {
  const span = Math.max(1, daysBetween(figure.from, figure.to));
  const most = Math.max(figure.total, ...(points ?? []).map(({ value }) => value), 1e-9);
  const place = (days: number, value: number) =>
    `${((Math.min(span, Math.max(0, days)) / span) * (WIDTH - 4) + 2).toFixed(1)},${(HEIGHT - 2 - (value / most) * (HEIGHT - 6)).toFixed(1)}`;
  const straight = `${place(0, 0)} ${place(span, figure.total)}`;
  const planned = points && [
    place(0, 0),
    ...points
      .filter(({ month }) => lastDayOf(month) < figure.to)
      .map(({ month, value }) => place(daysBetween(figure.from, lastDayOf(month)), value)),
    place(span, figure.total),
  ];
  return (
    <svg className="path-chart" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line x1="2" x2={WIDTH - 2} y1={HEIGHT - 2} y2={HEIGHT - 2} className="path-chart-ground" />
      <polyline points={straight} className={planned ? 'path-chart-straight' : 'path-chart-planned'} />
      {planned && <polyline points={planned.join(' ')} className="path-chart-planned" />}
    </svg>
  );
}
