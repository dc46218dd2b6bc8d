import assert from 'node:assert/strict';
import { test } from 'node:test';
import { played } from '#js/learning/watched.js';

/** @param {number[][]} all */
const ranges = (...all) => ({
    length: all.length,
    start: (/** @type {number} */ n) => all[n][0],
    end: (/** @type {number} */ n) => all[n][1],
});

test('whole seconds that played are told, what was skipped is not', () => {
    assert.deepEqual(played(ranges([0, 12.7], [59.2, 61.9], [80, 80.4])), [0, 12, 60, 61]);
});

test('nothing played is nothing', () => {
    assert.deepEqual(played(ranges()), []);
});
