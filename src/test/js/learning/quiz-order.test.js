import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn, seedOf, shuffled } from '#js/learning/quiz-order.js';

const SEED = seedOf('019b2f00-0000-7000-8000-000000000001', 'first-sentence');
const POOL = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `item-${number}`);

/** The same stands in `QuizOrderTest`: the server marks what a phone must have asked. */
test('the server asks the same in the same order', () => {
    assert.deepEqual(drawn(POOL, 5, SEED, 0), ['item-1', 'item-7', 'item-3', 'item-8', 'item-6']);
    assert.deepEqual(drawn(POOL, 5, SEED, 1), ['item-5', 'item-4', 'item-2', 'item-1', 'item-7']);
    assert.deepEqual(shuffled(['a', 'b', 'c', 'd'], SEED, 0, 'item-1'), ['a', 'd', 'c', 'b']);
    assert.deepEqual(shuffled(['a', 'b', 'c', 'd'], SEED, 1, 'item-1'), ['d', 'a', 'b', 'c']);
});

test('in whatever order the page holds them', () => {
    assert.deepEqual(drawn([...POOL].reverse(), 5, SEED, 1), drawn(POOL, 5, SEED, 1));
});
