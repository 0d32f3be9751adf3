import type { Chart, MapPicture, Series, Tone } from './document.ts';
import { placeMap, widthOf } from './map-layout.ts';

const WIDTH = 480;
const HEIGHT = 230;
const TYPE = 14;

/** A chart for the eye only: the table beside it says the same to everybody. Drawn here, so that no page needs a script for it. */
export const ChartSvg = ({ chart }: { chart: Chart }) =>
  chart.layout === 'across' ? <Across chart={chart} /> : <Upright chart={chart} />;

const signs: Readonly<Record<Tone, string>> = {
  ahead: '▲',
  'on-path': '●',
  behind: '◆',
  overdue: '■',
  silent: '○',
  plain: '',
  quiet: '',
};

function highestOf(series: readonly Series[]): number {
  const most = Math.max(1e-9, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const step = 10 ** Math.floor(Math.log10(most));
  return Math.ceil((most / step) * 2) * (step / 2);
}

const shortNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

function Upright({ chart: { series, categories } }: { chart: Chart }) {
  const highest = highestOf(series);
  const [left, right, top, bottom] = [64, 8, 12, 26];
  const up = (value: number) => tidy(top + (1 - Math.max(0, value) / highest) * (HEIGHT - top - bottom));
  const step = (WIDTH - left - right) / Math.max(1, categories.length);
  const bars = series.filter(({ look }) => look === 'bars');
  const every = Math.ceil(categories.length / 8);
  return (
    <svg class="document-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <path class="grid" d={`M${left} ${up(highest * share)}H${WIDTH - right}`} />
          <text x={left - 6} y={up(highest * share) + TYPE / 3} text-anchor="end" font-size={TYPE}>
            {shortNumber.format(highest * share)}
          </text>
        </g>
      ))}
      {bars.map(({ values, tones }, which) =>
        values.map((value, index) =>
          value === null ? null : (
            <rect
              key={`${which}-${categories[index]}`}
              class={`bar-${tones?.[index] ?? 'plain'}`}
              x={tidy(left + (index + 0.18 + (0.64 / bars.length) * which) * step)}
              width={tidy((step * 0.64) / bars.length)}
              y={up(value)}
              height={tidy(HEIGHT - bottom - up(value))}
            />
          ),
        ),
      )}
      {series
        .filter(({ look }) => look !== 'bars')
        .map(({ name, look, values }) => (
          <path key={name} class={look} d={lineOf(values, (index) => tidy(left + (index + 0.5) * step), up)} />
        ))}
      {categories.map((category, index) =>
        index % every === 0 ? (
          <text key={category} x={tidy(left + (index + 0.5) * step)} y={HEIGHT - 8} text-anchor="middle" font-size={TYPE}>
            {category}
          </text>
        ) : null,
      )}
    </svg>
  );
}

/** A line breaks where there is no value, and where it begins anew (each year's path). */
function lineOf(values: readonly (number | null)[], across: (index: number) => number, up: (value: number) => number): string {
  return values
    .map((value, index) => {
      if (value === null) return '';
      const before = values[index - 1] ?? null;
      return `${before === null || before > value ? 'M' : 'L'}${across(index)} ${up(value)}`;
    })
    .join('');
}

function Across({ chart: { series, categories } }: { chart: Chart }) {
  const bars = series.find(({ look }) => look === 'bars');
  if (!bars) return null;
  const highest = highestOf(series);
  const row = 26;
  const longest = Math.max(...categories.map((category) => widthOf(category, TYPE)));
  const [left, right] = [Math.min(WIDTH * 0.56, longest + 12), 60];
  const height = row * categories.length + 6;
  const along = (value: number) => tidy((Math.max(0, value) / highest) * (WIDTH - left - right));
  return (
    <svg class="document-chart" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true" focusable="false">
      {categories.map((category, index) => {
        const value = bars.values[index] ?? null;
        const tone = bars.tones?.[index] ?? 'plain';
        return (
          <g key={category}>
            <text x={tidy(left - 6)} y={row * index + 19} text-anchor="end" font-size={TYPE}>
              {category}
            </text>
            {value !== null && (
              <rect class={`bar-${tone}`} x={tidy(left)} y={row * index + 6} width={along(value)} height={row - 10} />
            )}
            <text x={tidy(left + along(value ?? 0) + 4)} y={row * index + 19} font-size={TYPE}>
              {`${signs[tone]} ${bars.written[index] ?? ''}`.trim()}
            </text>
          </g>
        );
      })}
      {series
        .filter(({ look }) => look !== 'bars')
        .map(({ name, look, values }) => (
          <path key={name} class={look} d={`M${tidy(left + along(values[0] ?? 0))} 0V${height}`} />
        ))}
    </svg>
  );
}

export function MapSvg({ map }: { map: MapPicture }) {
  const { width, height, rings, circles, labels } = placeMap(map, WIDTH, 13);
  return (
    <svg class="document-map" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {rings.map((ring) => (
        <path key={ring[0]?.join()} class="outline" d={`M${ring.map(([x, y]) => `${x} ${y}`).join('L')}Z`} />
      ))}
      {circles.map(({ name, x, y, radius, hasValue }) => (
        <circle key={name} class={hasValue ? 'full' : 'empty'} cx={x} cy={y} r={radius} />
      ))}
      {labels.map(({ text, x, y, anchor }) => (
        <text key={text} x={x} y={y + 13 / 3} text-anchor={anchor} font-size={13}>
          {text}
        </text>
      ))}
    </svg>
  );
}

const tidy = (number: number): number => Math.round(number * 10) / 10;
