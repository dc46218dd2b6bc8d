import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planned } from '#js/practice/attempt/attempt.js';
import { overlay, pageOf } from '#js/practice/attempt/list-overlay.js';

const T0 = '2026-05-04T08:00:00.000Z';

/** @param {string} id @param {object} [more] @returns {import('#js/practice/attempt/attempt.js').Attempt} */
const attempt = (id, more = {}) => ({ ...planned('chunmei', { title: 'Rice', format: 'sixty' }), id, ...more });

/** @param {import('#js/practice/attempt/attempt.js').Attempt[]} attempts @param {string[]} listed */
const added = (attempts, listed) => overlay(attempts, (/** @type {string} */ id) => listed.includes(id)).map(({ id }) => id);

test('a list stored before the attempt shows what could not be deleted', () => {
    const one = attempt('a', { trouble: 'not-deleted' });
    assert.deepEqual(added([one], []), ['a']);
    assert.equal(pageOf(one), '/practice/a');
});

test('what the server lists as it is gets no second line', () => {
    assert.deepEqual(added([attempt('a', { trouble: 'not-deleted' }), attempt('b', { submittedAt: T0 })], ['a', 'b']), []);
});

test('for its own attempts the phone’s record counts', () => {
    const ones = [attempt('a'), attempt('b', { trouble: 'failed' }), attempt('c', { submittedAt: T0 })];
    assert.deepEqual(added(ones, ['a', 'b']), ['a', 'b', 'c']);
    assert.deepEqual(ones.map(pageOf), ['/practice/camera#a', '/practice/b', '/practice/c']);
});
