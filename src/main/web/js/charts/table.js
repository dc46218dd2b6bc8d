/**
 * Reads what a chart shows from the table under it, so that both always say the same.
 *
 * @typedef {{names: string[], series: {name: string, values: number[]}[]}} Series one value of each series for each name
 * @typedef {{names: string[], boxes: number[][]}} Boxes least, quarter, median, three quarters and most for each name
 * @typedef {{id: string, name: string, share: number | null}} Area a village under the id that its borders have
 */

/** Shares in percent, a series for each column whose head says `data-series`. @param {HTMLTableElement} table @returns {Series} */
export function shares(table) {
    return columns(table, 'share');
}

/** Whether nothing would be drawn: no series, or only noughts. @param {Series} read */
export function isBlank(read) {
    return read.series.every((one) => one.values.every((value) => !value));
}

/** Counts along the rows. @param {HTMLTableElement} table @returns {Series} */
export function lines(table) {
    return columns(table, 'count');
}

/** Rows with `data-village`; one without `data-share` has too few people. @param {HTMLTableElement} table @returns {Area[]} */
export function areas(table) {
    return bodyRows(table)
        .filter((row) => row.dataset.village)
        .map((row) => ({
            id: row.dataset.village ?? '',
            name: name(row),
            share: row.dataset.share === undefined ? null : Number(row.dataset.share),
        }));
}

/** Rows with `data-box`; a row without has nobody. @param {HTMLTableElement} table @returns {Boxes} */
export function boxes(table) {
    const rows = bodyRows(table).filter((row) => row.dataset.box);
    return { names: rows.map(name), boxes: rows.map((row) => (row.dataset.box ?? '').split(' ').map(Number)) };
}

/** @param {HTMLTableElement} table @param {string} value @returns {Series} */
function columns(table, value) {
    const heads = /** @type {HTMLElement[]} */ ([...table.querySelectorAll('thead th')]);
    const rows = bodyRows(table);
    const series = heads.flatMap((head, column) =>
        head.dataset.series === undefined
            ? []
            : [{ name: text(head), values: rows.map((row) => Number(cell(row, column)?.dataset[value])) }],
    );
    return { names: rows.map(name), series };
}

/** @param {HTMLTableElement} table */
function bodyRows(table) {
    return /** @type {HTMLTableRowElement[]} */ ([...table.querySelectorAll('tbody tr')]);
}

/** @param {HTMLTableRowElement} row */
function name(row) {
    return text(row.querySelector('th'));
}

/** @param {HTMLTableRowElement} row @param {number} column @returns {HTMLElement | undefined} */
function cell(row, column) {
    return /** @type {HTMLElement | undefined} */ (row.children[column]);
}

/** @param {Element | null} element */
function text(element) {
    return (element?.textContent ?? '').trim().replace(/\s+/g, ' ');
}
