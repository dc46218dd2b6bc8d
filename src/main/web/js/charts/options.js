/**
 * What ECharts is told to draw. Tooltips are drawn into the chart: as HTML they would need styles that the page's policy refuses.
 *
 * @typedef {import('./table.js').Series} Series
 * @typedef {import('./table.js').Boxes} Boxes
 * @typedef {import('./table.js').Area} Area
 * @typedef {{ink: string, line: string, series: string[], area: string}} Colours
 */

const LETTERS_IN_NAME = 12;

/** Bars lying beside each other, a group for each row. @param {Series} read @param {Colours} colours */
export function sharesOption(read, colours) {
    return {
        ...frame(colours),
        legend: legend(colours),
        xAxis: { ...values(colours), max: 100, axisLabel: { color: colours.ink, formatter: '{value}%' } },
        yAxis: names(read.names, colours),
        series: read.series.map((one) => ({ type: 'bar', name: one.name, data: one.values, barMaxWidth: 14 })),
    };
}

/** The days of the middle half as a box, with the shortest and the longest. @param {Boxes} read @param {Colours} colours */
export function boxesOption(read, colours) {
    const box = { color: colours.area, borderColor: colours.series[0], borderWidth: 2 };
    return {
        ...frame(colours),
        xAxis: values(colours),
        yAxis: names(read.names, colours),
        series: [{ type: 'boxplot', data: read.boxes, itemStyle: box, boxWidth: [8, 22], layout: 'horizontal' }],
    };
}

/** A line for each series along the months. @param {Series} read @param {Colours} colours */
export function linesOption(read, colours) {
    return {
        ...frame(colours),
        legend: legend(colours),
        xAxis: { type: 'category', data: read.names, boundaryGap: false, ...axis(colours) },
        yAxis: values(colours),
        series: read.series.map((one, n) => ({
            type: 'line',
            name: one.name,
            data: one.values,
            symbol: SYMBOLS[n % SYMBOLS.length],
            symbolSize: 8,
            lineStyle: { type: DASHES[n % DASHES.length], width: 2 },
        })),
    };
}

/** The name under which the borders are registered. */
export const MAP = 'villages';

/** Each village in one of five shades; who has no share, or is not in the table, has none. @param {Area[]} read @param {Colours} colours */
export function mapOption(read, colours) {
    const byId = new Map(read.map((one) => [one.id, one]));
    return {
        animation: false,
        tooltip: {
            trigger: 'item',
            renderMode: 'richText',
            formatter: (/** @type {{name: string}} */ area) => label(byId.get(area.name)),
        },
        visualMap: {
            type: 'piecewise',
            pieces: PIECES.map(([min, max]) => ({ min, max, label: min === max ? `${min}%` : `${min}–${max}%` })),
            inRange: { color: [colours.area, colours.series[0]] },
            outOfRange: { color: 'transparent' },
            textStyle: { color: colours.ink, fontSize: 14 },
            left: 0,
            bottom: 0,
        },
        series: [
            {
                type: 'map',
                map: MAP,
                selectedMode: false,
                data: read.flatMap((one) => (one.share === null ? [] : [{ name: one.id, value: one.share }])),
                label: {
                    show: read.length <= MOST_NAMES,
                    formatter: (/** @type {{name: string}} */ area) => byId.get(area.name)?.name ?? '',
                    color: colours.ink,
                    backgroundColor: colours.area,
                    padding: 2,
                },
                labelLayout: { hideOverlap: true },
                itemStyle: { areaColor: 'transparent', borderColor: colours.ink, borderWidth: 1 },
                emphasis: { label: { show: false }, itemStyle: { areaColor: colours.series[1] } },
            },
        ],
    };
}

/** More would cover the map. */
const MOST_NAMES = 40;

const PIECES = [
    [0, 0],
    [1, 24],
    [25, 49],
    [50, 74],
    [75, 100],
];

/** @param {Area | undefined} area */
function label(area) {
    if (!area) {
        return '';
    }
    return area.share === null ? area.name : `${area.name}: ${area.share}%`;
}

/** Told apart without colours too. */
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'];
const DASHES = ['solid', 'dashed', 'dotted', 'solid'];

/** @param {Colours} colours */
function frame(colours) {
    return {
        animation: false,
        color: colours.series,
        grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
        tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
    };
}

/** @param {Colours} colours */
function legend(colours) {
    return { top: 0, left: 0, textStyle: { color: colours.ink, fontSize: 14 } };
}

/** @param {Colours} colours */
function axis(colours) {
    return {
        axisLabel: { color: colours.ink, fontSize: 14 },
        axisLine: { lineStyle: { color: colours.line } },
        splitLine: { lineStyle: { color: colours.line } },
    };
}

/** @param {Colours} colours */
function values(colours) {
    return { type: 'value', min: 0, minInterval: 1, ...axis(colours) };
}

/** In the order of the table, from the top. @param {string[]} all @param {Colours} colours */
function names(all, colours) {
    const short = (/** @type {string} */ name) => (name.length > LETTERS_IN_NAME ? `${name.slice(0, LETTERS_IN_NAME)}…` : name);
    return {
        type: 'category',
        inverse: true,
        data: all,
        ...axis(colours),
        axisLabel: { color: colours.ink, fontSize: 14, interval: 0, formatter: short },
    };
}
