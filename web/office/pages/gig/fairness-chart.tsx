import { useMemo, useState } from 'react';
import type { Fairness, FairnessAlarm } from '../../../../server/modules/gigs/fairness/contract.ts';
import { color, englishFace, face } from '../../../shared/tokens.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Chart } from '../../parts/chart.tsx';
import { Choices } from '../../parts/choices.tsx';
import { sayMeasure } from './fairness-table.tsx';

const measures = ['match-rate', 'waiting', 'pay'] as const satisfies readonly FairnessAlarm['about'][];
type Measure = (typeof measures)[number];
type Figures = NonNullable<Fairness['all']>;

const measured = (figures: Figures | null, about: Measure): number | null => {
  if (!figures) return null;
  if (about === 'match-rate') return figures.matchRate;
  return about === 'waiting' ? figures.medianWait : figures.medianPay;
};

/** One bar for each group that may be shown; everybody is the thin dark line. The table above says the same. */
export function FairnessChart({ fairness }: { fairness: Fairness }) {
  const { say, language } = useWords();
  const [about, choose] = useState<Measure>('match-rate');
  const shown = useMemo(() => fairness.groups.filter(({ figures }) => figures), [fairness]);
  const option = useMemo(() => {
    const all = measured(fairness.all, about);
    const scale = about === 'match-rate' ? 100 : about === 'pay' ? 0.01 : 1;
    const bars = shown.map(({ group, figures, alarms }) => {
      const value = measured(figures, about);
      const isAlarm = alarms.some((alarm) => alarm.about === about);
      return {
        name: say(`gigs.group.${group}`),
        value: value === null ? null : value * scale,
        label: value === null ? say('gigs.too-few') : `${isAlarm ? '■ ' : ''}${sayMeasure(about, value, say)}`,
        tone: isAlarm ? color.danger : color.canal,
      };
    });
    return {
      animation: false,
      textStyle: { fontFamily: language === 'zh' ? face : englishFace, fontSize: 12 },
      grid: { left: 8, right: 72, top: 12, bottom: 8, containLabel: true },
      xAxis: {
        type: 'value' as const,
        min: 0,
        ...(about === 'match-rate' ? { max: 100 } : {}),
        axisLabel: { color: color.grey, hideOverlap: true },
        splitLine: { lineStyle: { color: color.line } },
      },
      yAxis: {
        type: 'category' as const,
        inverse: true,
        data: bars.map(({ name }) => name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: color.field } },
        axisLabel: { color: color.ink },
      },
      series: [
        {
          type: 'bar' as const,
          barMaxWidth: 22,
          silent: true,
          data: bars.map(({ value, label, tone }) => ({
            value: value ?? 0,
            itemStyle: { color: tone },
            label: { show: true, position: 'right' as const, color: color.ink, formatter: label },
          })),
          ...(all === null
            ? {}
            : {
                markLine: {
                  symbol: 'none',
                  silent: true,
                  lineStyle: { color: color.ink, width: 1.5, type: 'solid' as const },
                  label: { show: false },
                  data: [{ xAxis: all * scale }],
                },
              }),
        },
      ],
    };
  }, [fairness, shown, about, say, language]);
  const all = measured(fairness.all, about);
  if (shown.length === 0) return null;
  return (
    <section className="section">
      <div className="section-head">
        <h2>{say('gigs.groups-beside-all')}</h2>
        <Choices
          label={say('gigs.measure')}
          value={about}
          choices={measures.map((value) => ({ value, label: say(`gigs.measure.${value}`) }))}
          onChoose={choose}
        />
      </div>
      <Chart
        label={say('gigs.chart-of', { measure: say(`gigs.measure.${about}`) })}
        option={option}
        height={70 + shown.length * 36}
      />
      {all !== null && <p className="grey">{say('gigs.line-is-all', { value: sayMeasure(about, all, say) })}</p>}
    </section>
  );
}
