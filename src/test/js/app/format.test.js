import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filled, megabytes, minutes, playTime } from '#js/app/format.js';

/** @type {[(value: number) => string, [number, string][]][]} */
const cases = [
    [minutes, [[0, '00:00'], [-5, '00:00'], [999, '00:00'], [187_000, '03:07'], [7_500_000, '125:00']]],
    [playTime, [[0, '0:00'], [-5, '0:00'], [306_999, '5:06'], [3_723_000, '1:02:03']]],
    [megabytes, [[0, '0.0'], [32_000, '0.1'], [449_000, '0.4'], [12_400_000, '12.4'], [99_949_999, '99.9'], [240_400_000, '240']]],
];
for (const [format, pairs] of cases) {
    for (const [value, text] of pairs) {
        test(`${format.name}(${value}) reads ${text}`, () => assert.equal(format(value), text));
    }
}

test('a sentence gets its blanks filled in, also those that appear twice', () => {
    assert.equal(filled('[n] of [all]: [n]', { n: 0, all: 3 }), '0 of 3: 0');
});

test('a blank without a value stays', () => assert.equal(filled('[n] of [all]', { n: 1 }), '1 of [all]'));

test('a value that looks like a blank or a pattern is left as it is', () => assert.equal(filled('[a]', { a: '$& [b]', b: 'x' }), '$& [b]'));
