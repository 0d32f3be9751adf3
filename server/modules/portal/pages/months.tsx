import { type Language, say } from '../../../kernel/i18n/said.ts';
import { isPercentage, writeMonth, writeNumber } from '../../../kernel/page/written.ts';
import type { FigureDetail, MonthPoint } from '../../figures/contract.ts';
import { tellTotal } from '../telling.ts';
import { figure as words } from '../words.ts';
import { oneDecimal, Scrolling, UnitCaption } from './parts.tsx';

const WIDTH = 320;
const HEIGHT = 120;

/** A figure month by month: a picture drawn by the server, and the table that says the same. */
export function FigureMonths({ figure, language }: { figure: FigureDetail; language: Language }) {
  const first = figure.months[0];
  const last = figure.months.at(-1);
  if (!first || !last) return null;
  const target = tellTotal(figure, language);
  const isMonthly = figure.target.per === 'month';
  const hasPath = hasOwnPath(figure);
  return (
    <section aria-labelledby="months">
      <h2 id="months">{say(words.months, language)}</h2>
      <figure>
        <p class="target-name" aria-hidden="true">
          {say(words.targetLine, language, { target })}
        </p>
        <Chart figure={figure} />
        <p class="axis" aria-hidden="true">
          <span>{writeMonth(first.month, language)}</span> <span>{writeMonth(last.month, language)}</span>
        </p>
        <figcaption class="quiet">
          {[
            say(isMonthly ? words.chartBarsMonth : words.chartBars, language),
            ...(hasPath ? [say(words.chartPath, language)] : []),
            say(words.chartTarget, language, { target }),
          ].join(language === 'zh' ? '；' : '. ')}
          {language === 'zh' ? '。' : '. '}
          {say(words.chartAsTable, language)}
        </figcaption>
      </figure>
      <MonthTable figure={figure} language={language} />
    </section>
  );
}

/** Standing promises have their target for a path, monthly ones none: a line of its own would say nothing. */
const hasOwnPath = ({ target }: FigureDetail): boolean => target.per !== 'standing' && target.per !== 'month';

const barOf = (figure: FigureDetail, month: MonthPoint): number =>
  (figure.target.per === 'month' ? month.value : month.standing) ?? 0;

function Chart({ figure }: { figure: FigureDetail }) {
  const { months, targetTotal } = figure;
  const isShare = isPercentage(figure);
  const highest = isShare
    ? 100
    : Math.max(targetTotal, 1, ...months.map((month) => Math.max(barOf(figure, month), month.path ?? 0)));
  const up = (value: number) => oneDecimal(HEIGHT - (Math.min(highest, Math.max(0, value)) / highest) * (HEIGHT - 8));
  const step = WIDTH / months.length;
  // Where the path begins anew (each year), so does the line.
  const path = months.map(({ path: at }, index) => {
    if (at === null) return '';
    const before = months[index - 1]?.path ?? null;
    return `${before === null || before > at ? 'M' : 'L'}${oneDecimal((index + 0.5) * step)} ${up(at)}`;
  });
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {months.map((month, index) => (
        <rect
          key={month.month}
          x={oneDecimal((index + 0.15) * step)}
          y={up(barOf(figure, month))}
          width={oneDecimal(step * 0.7)}
          height={oneDecimal(HEIGHT - up(barOf(figure, month)))}
        />
      ))}
      {hasOwnPath(figure) && <path class="path" d={path.join('')} />}
      <path class="target" d={`M0 ${up(targetTotal)}H${WIDTH}`} />
    </svg>
  );
}

/** Newest month first, because that is what people look for. */
function MonthTable({ figure, language }: { figure: FigureDetail; language: Language }) {
  const isMonthly = figure.target.per === 'month';
  const happens = figure.rule === 'sum';
  const hasPath = hasOwnPath(figure);
  const write = (value: number | null) => (value === null ? '—' : writeNumber(value, figure, language));
  const whole = (value: number | null) => (value === null ? '—' : writeNumber(value, { ...figure, decimals: 0 }, language));
  return (
    <Scrolling label={say(words.monthsTable, language)}>
      <table class="months">
        <UnitCaption figure={figure} language={language} />
        <thead>
          <tr>
            <th scope="col">{say(words.month, language)}</th>
            {happens && <NumberHead text={say(words.inMonth, language)} />}
            {!isMonthly && <NumberHead text={say(words.standing, language)} />}
            {hasPath && <NumberHead text={say(words.path, language)} />}
          </tr>
        </thead>
        <tbody>
          {[...figure.months].reverse().map((month) => (
            <tr key={month.month}>
              <th scope="row">{writeMonth(month.month, language)}</th>
              {happens && <td class="number">{write(month.value)}</td>}
              {!isMonthly && <td class="number">{write(month.standing)}</td>}
              {hasPath && <td class="number">{whole(month.path)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

const NumberHead = ({ text }: { text: string }) => (
  <th scope="col" class="number">
    {text}
  </th>
);
