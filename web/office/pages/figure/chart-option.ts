import type { EChartsOption } from 'echarts';
import type { FigureDetail } from '../../../../server/modules/figures/contract.ts';
import { sayDay, sayMonth, shortMonth } from '../../../shared/day.ts';
import { short } from '../../../shared/number.ts';
import { color, englishFace, face, lights } from '../../../shared/tokens.ts';
import type { Language, Say } from '../../../shared/words/index.ts';
import { sayValue } from '../../figure-format.ts';

export type View = 'standing' | 'month';

/** Months against the target (thin dark line), the interim path (dashed) and the forecast (pale band). */
export function chartOption(figure: FigureDetail, view: View, say: Say, language: Language): EChartsOption {
  const isStanding = view === 'standing';
  const months = isStanding ? withFuture(figure) : figure.months.map(({ month }) => month);
  const last = figure.months.length - 1;
  const { forecast } = figure;
  const tone = lights[figure.light].color;
  const ahead =
    isStanding && forecast.method !== 'none' && forecast.low !== null && forecast.high !== null && months.length - 1 > last;
  const standing = figure.months.map((point) => point.standing);
  const now = figure.current.value;
  const at = (values: Readonly<Record<number, number | null>>) => months.map((_month, index) => values[index] ?? null);
  // A straight way from today to the end of the span, month by month: stacked areas know no gaps.
  const band = (end: number | null) =>
    months.map((_month, index) =>
      index < last ? null : (now ?? 0) + ((end ?? 0) - (now ?? 0)) * ((index - last) / Math.max(1, months.length - 1 - last)),
    );
  const target = isStanding ? figure.targetTotal : figure.target.per === 'month' ? figure.target.value : undefined;
  const plain = { type: 'line' as const, symbol: 'none', silent: true, connectNulls: true, animation: false };

  return {
    animation: false,
    textStyle: { fontFamily: language === 'zh' ? face : englishFace, fontSize: 12 },
    grid: { left: 8, right: 16, top: 28, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: months.map((month) => shortMonth(month, language)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: color.field } },
      axisLabel: { color: color.grey, lineHeight: 16, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      ...rangeOf(figure),
      splitNumber: figure.unit.zh === '%' ? 5 : 4,
      axisLabel: { color: color.grey, formatter: (value: number) => short(value, figure.unit.zh, language) },
      splitLine: { lineStyle: { color: color.line } },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      transitionDuration: 0,
      formatter: (items: unknown) => tooltip(items, figure, months, view, say, language),
    },
    series: [
      ...(ahead
        ? [
            { ...plain, name: 'low', data: band(forecast.low), stack: 'range', lineStyle: { opacity: 0 } },
            {
              ...plain,
              name: 'range',
              data: band(forecast.high).map((high, index) => (high === null ? null : high - (band(forecast.low)[index] ?? 0))),
              stack: 'range',
              lineStyle: { opacity: 0 },
              areaStyle: { color: color.canal, opacity: 0.14 },
            },
            {
              ...plain,
              name: 'forecast',
              data: band(forecast.value),
              lineStyle: { color: color.canal, width: 1, type: 'dotted' as const },
            },
          ]
        : []),
      isStanding
        ? {
            type: 'line' as const,
            name: 'value',
            data: at(Object.fromEntries(standing.entries())),
            symbol: 'circle',
            symbolSize: 6,
            lineStyle: { color: tone, width: 2.5 },
            itemStyle: { color: tone },
          }
        : {
            type: 'bar' as const,
            name: 'value',
            data: figure.months.map(({ value }) => value),
            itemStyle: { color: tone },
            barMaxWidth: 28,
            cursor: 'pointer',
          },
      ...(isStanding
        ? [
            {
              ...plain,
              name: 'path',
              data: pathOf(figure, months),
              lineStyle: { color: color.grey, width: 1.5, type: 'dashed' as const },
            },
          ]
        : []),
      ...(target === undefined
        ? []
        : [
            {
              ...plain,
              name: 'target',
              data: [],
              markLine: {
                symbol: 'none',
                silent: true,
                data: [{ yAxis: target }],
                lineStyle: { color: color.ink, width: 1, type: 'solid' as const },
                label: {
                  position: 'insideStartTop' as const,
                  color: color.ink,
                  formatter: `${say('figure.target')} ${sayValue(figure, target, language)}`,
                },
              },
            },
          ]),
    ],
  };
}

/** From nothing, except for shares that never leave the top of the scale: there only the part where they move is drawn. */
function rangeOf(figure: FigureDetail): { min: number; max?: number } {
  if (figure.unit.zh !== '%') return { min: 0 };
  const known = [figure.targetTotal, ...figure.months.flatMap(({ standing }) => standing ?? [])];
  const lowest = Math.min(...known);
  return { min: lowest < 50 ? 0 : Math.floor((lowest - 5) / 10) * 10, max: 100 };
}

/** The months with records and those still to come, to the end of the target's span. */
function withFuture(figure: FigureDetail): string[] {
  const months = figure.months.map(({ month }) => month);
  const end = figure.forecast.day.slice(0, 7);
  let next = months.at(-1) ?? figure.on.slice(0, 7);
  while (next < end && months.length < 120) {
    const [year = 0, month = 0] = next.split('-').map(Number);
    next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
    months.push(next);
  }
  return months;
}

/** The interim path as it was, then on to the target at the end of its span. */
function pathOf(figure: FigureDetail, months: readonly string[]): (number | null)[] {
  const known = new Map(figure.months.map(({ month, path }) => [month, path]));
  const given = new Map((figure.target.path ?? []).map(({ day, value }) => [day.slice(0, 7), value]));
  if (figure.path === null) return months.map(() => null);
  return months.map((month, index) => {
    if (known.has(month) && index < figure.months.length - 1) return known.get(month) ?? null;
    if (given.has(month) && month > figure.on.slice(0, 7)) return given.get(month) ?? null;
    return index === months.length - 1 ? figure.targetTotal : null;
  });
}

function tooltip(
  items: unknown,
  figure: FigureDetail,
  months: readonly string[],
  view: View,
  say: Say,
  language: Language,
): string {
  const index = Array.isArray(items) ? Number((items[0] as { dataIndex?: number } | undefined)?.dataIndex ?? -1) : -1; // reason: echarts types every callback's items loosely
  const month = months[index];
  if (month === undefined) return '';
  const point = figure.months[index];
  const line = (name: string, value: number | null) => `<br>${name}　<b>${sayValue(figure, value, language)}</b>`;
  const isEnd = index === months.length - 1 && !point;
  const name = `${sayMonth(month, language)}`;
  if (point) {
    const own = view === 'month' ? line(say('figure.in-month'), point.value) : line(say('figure.standing'), point.standing);
    return (
      name +
      own +
      (view === 'standing' && point.path !== null ? line(say('figure.path'), point.path) : '') +
      line(say('figure.records'), null).replace('—', String(point.records))
    );
  }
  if (!isEnd || figure.forecast.value === null) return name;
  const { low, high } = figure.forecast;
  return `${sayDay(figure.forecast.day, language)}${line(say('figure.forecast'), figure.forecast.value)}<br>${say('figure.range')}　${sayValue(figure, low, language)} – ${sayValue(figure, high, language)}`;
}
