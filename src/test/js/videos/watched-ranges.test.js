import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthOf, merged } from '#js/videos/watched-ranges.js';

test('what overlaps or touches becomes one range', () => {
    assert.deepEqual(merged([0, 10, 20, 30], [5, 12, 12, 14, 30, 40]), [0, 14, 20, 40]);
    assert.deepEqual(merged([], []), []);
    assert.deepEqual(merged([0, 50], [10, 20]), [0, 50]);
});

test('a jump to the end is not watching what lies between', () => {
    assert.equal(lengthOf(merged([0, 5], [295, 300])), 10);
});
