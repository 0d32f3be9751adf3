import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

/** Only the parts of the library that our charts use. Drawn as SVG, which prints and scales. */
export const createChart = (place: HTMLElement) => init(place, null, { renderer: 'svg' });
