import type { EChartsOption } from 'echarts';
import { useEffect, useRef } from 'react';

/**
 * A drawing of ECharts, whose code comes only when the first chart does. The same numbers stand in a table beside every chart,
 * so for a screen reader it is one picture with a name.
 */
export function Chart({
  label,
  option,
  height = 320,
  onMonth,
}: {
  label: string;
  option: EChartsOption;
  height?: number;
  onMonth?: (index: number) => void;
}) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef({ option, onMonth });
  latest.current = { option, onMonth };
  const redraw = useRef<() => void>(() => {});

  useEffect(() => {
    let isGone = false;
    let end = () => {};
    void import('./chart-library.ts').then(({ createChart }) => {
      if (isGone || !place.current) return;
      const chart = createChart(place.current);
      redraw.current = () => chart.setOption(latest.current.option, { notMerge: true });
      redraw.current();
      chart.on('click', ({ dataIndex }) => latest.current.onMonth?.(dataIndex));
      const observer = new ResizeObserver(() => chart.resize());
      observer.observe(place.current);
      end = () => {
        observer.disconnect();
        chart.dispose();
      };
    });
    return () => {
      isGone = true;
      redraw.current = () => {};
      end();
    };
  }, []);
  useEffect(() => redraw.current(), [option]);

  return (
    <figure className="chart" aria-label={label}>
      <div ref={place} style={{ height }} aria-hidden="true" />
    </figure>
  );
}
