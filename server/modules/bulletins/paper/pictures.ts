import type { Chart, MapPicture } from '../../../kernel/document/document.ts';
import { type Language, said, say } from '../../../kernel/i18n/said.ts';
import { isPercentage, writeNumber } from '../../../kernel/page/written.ts';
import type { Position } from '../../../kernel/place/coordinates.ts';
import type { FrozenFigure, Snapshot, Span } from '../contract.ts';
import { numberIn, ofPath } from '../text/tell.ts';
import type { TownsOf } from './paper.ts';
import { toneOf } from './tables.ts';

const words = {
  pace: said('各项指标与进度路径（目标）之比', 'Each figure against its path (or target)'),
  paceOf: said('与路径之比', 'Against the path'),
  level: said('路径', 'The path'),
  figure: said('指标', 'Figure'),
  month: said('月份', 'Month'),
  standing: said('月末累计', 'At the end of the month'),
  inMonth: said('当月', 'In the month'),
  path: said('进度路径', 'Path'),
  target: said('目标', 'Target'),
  towns: said('{title}：各街道、乡镇', '{title} by street and town'),
  town: said('街道（乡镇）', 'Street or town'),
} as const;

/** Every figure beside its path: 100 % is exactly on it. */
export function paceChart(figures: readonly FrozenFigure[], language: Language): Chart {
  const shares = figures.map(({ pace }) => (pace === null ? null : Math.floor(pace * 1000 + 1e-9) / 10));
  // Far ahead is far ahead: a bar of 900 % would leave no room for the others.
  const drawn = shares.map((share) => (share === null ? null : Math.min(share, 200)));
  return {
    is: 'chart',
    layout: 'across',
    title: say(words.pace, language),
    unit: '%',
    of: say(words.figure, language),
    categories: figures.map(({ code, title }) => `${code} ${say(title, language)}`),
    series: [
      {
        name: say(words.paceOf, language),
        look: 'bars',
        values: drawn,
        written: shares.map((share) => (share === null ? '—' : `${Math.floor(share)}%`)),
        tones: figures.map(({ light }) => toneOf(light)),
      },
      { name: say(words.level, language), look: 'thin', values: figures.map(() => 100), written: figures.map(() => '100%') },
    ],
  };
}

/** Figures that grow along a path, or must be kept each month: the months of the span's year, or of a longer span. */
export const monthCharts = (figures: readonly FrozenFigure[], span: Span, language: Language): Chart[] =>
  figures
    .filter(({ rule, target }) => rule === 'sum' && target.per !== 'standing')
    .flatMap((figure) => {
      const first = `${span.from.slice(0, 4)}-01`;
      const months = figure.months.filter(({ month }) => month >= first && month <= span.to.slice(0, 7));
      return months.length === 0 ? [] : [monthChart(figure, months, language)];
    });

function monthChart(figure: FrozenFigure, months: FrozenFigure['months'], language: Language): Chart {
  const isMonthly = figure.target.per === 'month';
  const values = months.map(({ value, standing }) => (isMonthly ? value : standing));
  const path = months.map((month) => month.path);
  const inYears = new Set(months.map(({ month }) => month.slice(0, 4))).size > 1;
  return {
    is: 'chart',
    title: `${figure.code} ${say(figure.title, language)}`,
    unit: say(figure.unit, language),
    of: say(words.month, language),
    categories: months.map(({ month }) => shortMonth(month, language, inYears)),
    series: [
      {
        name: say(isMonthly ? words.inMonth : words.standing, language),
        look: 'bars',
        values,
        written: values.map((value) => numberIn(value, figure, language)),
      },
      ...(isMonthly
        ? [
            {
              name: say(words.target, language),
              look: 'thin' as const,
              values: months.map(() => figure.target.value),
              written: months.map(() => writeNumber(figure.target.value, figure, language)),
            },
          ]
        : [
            {
              name: say(words.path, language),
              look: 'dashed' as const,
              values: path,
              written: path.map((value) => numberIn(value, ofPath(figure), language)),
            },
          ]),
    ],
  };
}

const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
function shortMonth(month: string, language: Language, withYear: boolean): string {
  const [year = '', number = ''] = month.split('-');
  if (language === 'zh') return withYear ? `${year.slice(2)}年${Number(number)}月` : `${Number(number)}月`;
  return withYear ? `${english[Number(number) - 1]} ${year.slice(2)}` : (english[Number(number) - 1] ?? '');
}

/** The one map: circles for the figure that most streets and towns have part in. Places stand in the order of their codes. */
export function mapOf(snapshot: Snapshot, language: Language, townsOf: TownsOf): MapPicture | undefined {
  const figure = snapshot.figures.find(({ code }) => code === snapshot.map);
  if (!figure || isPercentage(figure)) return undefined;
  const values = new Map(townsOf(figure, language).map((town) => [town.code, town]));
  return {
    is: 'map',
    title: say(words.towns, language, { title: say(figure.title, language) }),
    unit: say(figure.unit, language),
    of: say(words.town, language),
    outline: ringsOf(snapshot.outline),
    places: snapshot.places.map(({ code, name, longitude, latitude }) => {
      const town = values.get(code);
      const value = town?.value ?? (town ? null : 0);
      return {
        name,
        at: longitude === null || latitude === null ? null : [longitude, latitude],
        value,
        written: town?.written ?? numberIn(value, figure, language),
      };
    }),
  };
}

type Geometry = {
  readonly type?: string;
  readonly features?: unknown;
  readonly geometry?: unknown;
  readonly coordinates?: unknown;
};

/** The outer and inner lines of a GeoJSON outline; nothing where there is none. */
function ringsOf(outline: unknown): Position[][] {
  if (outline === null || typeof outline !== 'object') return [];
  const { type, features, geometry, coordinates } = outline as Geometry; // reason: GeoJSON, checked by its own type below
  if (type === 'FeatureCollection' && Array.isArray(features)) return features.flatMap(ringsOf);
  if (type === 'Feature') return ringsOf(geometry);
  if (type === 'Polygon') return coordinates as Position[][]; // reason: what a Polygon's coordinates are
  if (type === 'MultiPolygon') return (coordinates as Position[][][]).flat(); // reason: what a MultiPolygon's are
  return [];
}
