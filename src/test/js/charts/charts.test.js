import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxesOption, linesOption, mapOption, sharesOption } from '#js/charts/options.js';
import { areas, boxes, isBlank, lines, shares } from '#js/charts/table.js';
import { at, openPage } from '#support/page.js';

const COLOURS = { ink: '#000', line: '#ccc', series: ['#010101', '#020202'], area: '#eee' };

const TABLE = `<table id="t"><thead><tr><th>Class<th>Enrolled<th data-series>Learning<th data-series>Certified</thead>
<tbody><tr><th><a href="/">Spring
  class</a><td data-share="100" data-count="4">4<td data-share="75" data-count="3">3<td data-share="25" data-count="1">1</tr>
<tr><th>Autumn class<td data-share="100" data-count="2">2<td data-share="0" data-count="0">0
<td data-share="50" data-count="1">1</tr></tbody>
<tfoot><tr><th>All<td data-share="100">6<td data-share="50">3<td data-share="33">2</tr></tfoot></table>`;

const DAYS = `<table id="t"><tbody><tr data-box="1 2 3 4 9"><th>Learning<td>5</tr><tr><th>Ready<td>0</tr></tbody></table>`;

/** @param {import('node:test').TestContext} context @param {string} html */
function table(context, html) {
    openPage(context, html);
    return /** @type {HTMLTableElement} */ (at('#t'));
}

test('a chart of shares shows the marked columns of each row, but not their sum', (context) => {
    assert.deepEqual(shares(table(context, TABLE)), {
        names: ['Spring class', 'Autumn class'],
        series: [
            { name: 'Learning', values: [75, 0] },
            { name: 'Certified', values: [25, 50] },
        ],
    });
});

test('shares of which each is nought, or too few to be shown, are no chart', (context) => {
    assert.equal(isBlank(shares(table(context, TABLE))), false);
    const nothing = TABLE.replaceAll(/data-share="[^"]*"/g, 'data-share="0"').replace('data-share="0"', '');
    assert.equal(isBlank(shares(table(context, nothing))), true);
});

test('a chart of lines shows the counts', (context) => {
    assert.deepEqual(
        lines(table(context, TABLE)).series.map((one) => one.values),
        [
            [3, 0],
            [1, 1],
        ],
    );
});

test('a stage that nobody reached has no box', (context) => {
    assert.deepEqual(boxes(table(context, DAYS)), { names: ['Learning'], boxes: [[1, 2, 3, 4, 9]] });
});

test('what is drawn has the table in its order and needs no style of its own', (context) => {
    const read = shares(table(context, TABLE));
    const option = sharesOption(read, COLOURS);

    assert.deepEqual(option.yAxis.data, read.names);
    assert.equal(option.yAxis.inverse, true);
    assert.deepEqual(option.series[0].data, [75, 0]);
    for (const drawn of [option, linesOption(read, COLOURS), boxesOption({ names: ['a'], boxes: [[1, 2, 3, 4, 5]] }, COLOURS)]) {
        assert.equal(drawn.tooltip.renderMode, 'richText');
    }
});

test('a village of few people is named on the map and has no colour', (context) => {
    const read = areas(
        table(
            context,
            `<table id="t"><tbody><tr data-village="a" data-share="40"><th>Willow<td>9</tr>
<tr data-village="b"><th>Stone<td>2</tr></tbody></table>`,
        ),
    );
    const option = mapOption(read, COLOURS);

    assert.deepEqual(option.series[0].data, [{ name: 'a', value: 40 }]);
    assert.equal(option.tooltip.formatter({ name: 'a' }), 'Willow: 40%');
    assert.equal(option.tooltip.formatter({ name: 'b' }), 'Stone');
    assert.equal(option.tooltip.formatter({ name: 'elsewhere' }), '');
    assert.equal(option.series[0].label.show, true);
    assert.equal(option.series[0].label.formatter({ name: 'b' }), 'Stone');
});

test('lines differ by more than their colour', (context) => {
    const [one, other] = linesOption(lines(table(context, TABLE)), COLOURS).series;

    assert.notEqual(one.symbol, other.symbol);
    assert.notEqual(one.lineStyle.type, other.lineStyle.type);
});
