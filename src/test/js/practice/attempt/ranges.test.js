import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contains, joined, minus, plus, unbroken } from '#js/practice/attempt/ranges.js';

/** @typedef {import('#js/practice/attempt/ranges.js').Ranges} Ranges */

/** @type {[string, Ranges, Ranges][]} */
const sets = [
    ['a number beside a range widens it', plus([[0, 3]], 4), [[0, 4]]],
    ['a number between two ranges joins them', plus([[0, 3], [5, 7]], 4), [[0, 7]]],
    ['a number far away is a range of its own', plus([[0, 3]], 9), [[0, 3], [9, 9]]],
    ['a number that is in the set already changes nothing', plus([[0, 3]], 2), [[0, 3]]],
    ['a number before all comes first', plus([[5, 6]], 0), [[0, 0], [5, 6]]],
    ['ranges out of order are sorted and joined', joined([[7, 9], [0, 2], [3, 3], [8, 12]]), [[0, 3], [7, 12]]],
    ['a range inside another disappears', joined([[0, 9], [2, 3]]), [[0, 9]]],
    ['a hole splits a range', minus([[0, 9]], [[4, 5]]), [[0, 3], [6, 9]]],
    ['what is taken at the ends shortens', minus([[0, 9]], [[0, 0], [9, 12]]), [[1, 8]]],
    ['what is taken whole is gone', minus([[0, 3], [7, 7]], [[0, 9]]), []],
    ['taking nothing leaves all', minus([[0, 3]], []), [[0, 3]]],
];
for (const [name, found, expected] of sets) {
    test(name, () => assert.deepEqual(found, expected));
}

test('a set contains both ends of its ranges and nothing between them', () => {
    /** @type {Ranges} */
    const ranges = [[0, 2], [5, 5]];
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6].map((n) => contains(ranges, n)), [true, true, true, false, false, true, false]);
});

test('the arguments stay unchanged', () => {
    /** @type {Ranges} */
    const ranges = [[0, 3], [5, 7]];
    plus(ranges, 4);
    joined(ranges);
    assert.deepEqual(ranges, [[0, 3], [5, 7]]);
});

for (const [ranges, count] of /** @type {[Ranges, number][]} */ ([
    [[], 0], [[[1, 4]], 0], [[[0, 0]], 1], [[[0, 4], [6, 9]], 5], [[[3, 5], [0, 2]], 6],
])) {
    test(`${JSON.stringify(ranges)} is unbroken for ${count} chunks`, () => assert.equal(unbroken(ranges), count));
}
