import { ChartRun, type ChartSeries } from 'docx/charts';
import type { Chart, Series } from './document.ts';
import { ink, tones } from './look.ts';
import { fonts, page, pixels } from './page-measures.ts';

const text = { name: fonts.body, color: ink };

/** A chart of the document's own: a person who has the paper can open its numbers. */
export function docxChart(chart: Chart): ChartRun {
  const categories = chart.categories.map((category) => category);
  const isAcross = chart.layout === 'across';
  const common = {
    categories,
    font: text,
    legend: chart.series.length > 1 ? ({ position: 'bottom' } as const) : (false as const),
    altText: { name: chart.title, description: described(chart) },
    chartArea: { fill: 'FFFFFF', border: 'none' as const },
    valueAxis: { numberFormat: '#,##0', ...(chart.unit !== '' && { title: { text: chart.unit, font: { ...text, size: 9 } } }) },
  };
  if (isAcross)
    return new ChartRun({
      ...common,
      valueAxis: { ...common.valueAxis, crossesAt: 'maximum' },
      type: 'bar',
      gapWidth: 40,
      // In Word the first category of a bar chart is at the bottom; people read from the top.
      categoryAxis: { reverseOrder: true },
      series: chart.series.filter(({ look }) => look === 'bars').map(asSeries),
      transformation: { width: pixels(page.typeWidth), height: pixels(Math.min(200, 20 + 6.2 * categories.length)) },
    });
  return new ChartRun({
    ...common,
    type: 'column',
    gapWidth: 60,
    series: chart.series.map(asSeries),
    transformation: { width: pixels(page.typeWidth), height: pixels(52) },
  });
}

function asSeries({ name, look, values, tones: toned }: Series): ChartSeries {
  if (look === 'bars') return { name, values, color: tones.plain, colors: toned?.map((tone) => tones[tone]) };
  const line = look === 'dashed' ? ({ color: ink, width: 1.5, dash: 'dash' } as const) : { color: ink, width: 0.75 };
  return { name, values, type: 'line', color: ink, line, markers: false };
}

/** For who does not see it; the table below the chart says the same. */
export const described = ({ title, categories, series }: Chart): string =>
  `${title}: ${series.map(({ name, written }) => `${name} ${categories.map((category, at) => `${category} ${written[at] ?? ''}`).join(', ')}`).join('; ')}`.slice(
    0,
    2000,
  );
