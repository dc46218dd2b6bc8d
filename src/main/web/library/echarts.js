/** Of Apache ECharts what our charts are drawn with; the build leaves the rest out. Pages with a chart fetch it. */

import { BarChart, BoxplotChart, LineChart, MapChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([
    BarChart,
    BoxplotChart,
    LineChart,
    MapChart,
    GridComponent,
    LegendComponent,
    TooltipComponent,
    VisualMapPiecewiseComponent,
    CanvasRenderer,
]);

export { init, registerMap };
