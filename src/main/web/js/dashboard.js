/** Draws a chart over each table of the page that has one. The table stays: it is what is read without a script and on paper. */

import { findAll } from './app/dom.js';
import { boxesOption, linesOption, MAP, mapOption, sharesOption } from './charts/options.js';
import { areas, boxes, isBlank, lines, shares } from './charts/table.js';

/** @typedef {import('./charts/options.js').Colours} Colours */

const MOST_ROWS = 40;
const MAP_ROWS = 30;
const ROW_PX = 14;
const FRAME_PX = 90;

/** @type {Record<string, (table: HTMLTableElement, colours: Colours) => {option: object, rows: number}>} */
const KINDS = {
    shares: (table, colours) => {
        const read = shares(table);
        return { option: sharesOption(read, colours), rows: read.names.length * (read.series.length + 1) };
    },
    boxes: (table, colours) => {
        const read = boxes(table);
        return { option: boxesOption(read, colours), rows: read.names.length * 3 };
    },
    map: (table, colours) => ({ option: mapOption(areas(table), colours), rows: MAP_ROWS }),
    lines: (table, colours) => ({ option: linesOption(lines(table), colours), rows: 20 }),
};

for (const place of findAll('[data-chart]')) {
    draw(place).catch(() => place.remove());
}

/** @param {HTMLElement} place */
async function draw(place) {
    const table = /** @type {HTMLTableElement | null} */ (document.getElementById(place.dataset.table ?? ''));
    const most = place.dataset.borders ? Infinity : MOST_ROWS;
    if (!table || table.tBodies[0].rows.length > most || table.tBodies[0].rows.length === 0) {
        return;
    }
    if (place.dataset.chart === 'shares' && isBlank(shares(table))) {
        return;
    }
    const { init, registerMap } = await import(place.dataset.library ?? '');
    if (place.dataset.borders) {
        registerMap(MAP, await borders(place.dataset.borders));
    }
    const { option, rows } = KINDS[place.dataset.chart ?? ''](table, colours());
    place.hidden = false;
    // A map on a phone is no higher than it is wide.
    const height = place.dataset.borders ? Math.min(rows * ROW_PX, place.clientWidth) : rows * ROW_PX;
    place.style.height = `${height + FRAME_PX}px`;
    const chart = init(place);
    chart.setOption(option);
    const redraw = () => chart.setOption(KINDS[place.dataset.chart ?? ''](table, colours()).option, true);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
    new ResizeObserver(() => chart.resize()).observe(place);
    addEventListener('beforeprint', () => chart.resize());
}

/** @param {string} address */
async function borders(address) {
    const answer = await fetch(address);
    if (!answer.ok) {
        throw new Error(`No borders: ${answer.status}`);
    }
    return answer.json();
}

/** The page's own, so that a chart is light or dark with it. @returns {Colours} */
function colours() {
    const style = getComputedStyle(document.documentElement);
    const colour = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
    return {
        ink: colour('ink'),
        line: colour('line'),
        series: [colour('green'), colour('rice-ink'), colour('chart-blue'), colour('red')],
        area: colour('green-soft'),
    };
}
