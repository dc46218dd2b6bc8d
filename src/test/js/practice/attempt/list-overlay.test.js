import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planned } from '#js/practice/attempt/attempt.js';
import { overlay, pageOf } from '#js/practice/attempt/list-overlay.js';

const T0 = '2026-05-04T08:00:00.000Z';

/** @returns {import('#js/practice/attempt/attempt.js').Attempt} */
const attempt = (id, more = {}) => ({ ...planned('chunmei', { title: 'Rice', format: 'sixty' }), id, ...more });

/** @param {object[]} attempts @param {string[]} listed */
const laid = (attempts, listed) => overlay(attempts, (id) => listed.includes(id)).map(({ id }) => id);

test('a kept list from before the attempt shows what could not be deleted', () => {
    const one = attempt('a', { trouble: 'not-deleted' });
    assert.deepEqual(laid([one], []), ['a']);
    assert.equal(pageOf(one), '/practice/a');
});

test('what the server lists as it is gets no second line', () => {
    assert.deepEqual(laid([attempt('a', { trouble: 'not-deleted' }), attempt('b', { submittedAt: T0 })], ['a', 'b']), []);
});

test('the phone knows better how far its own have come', () => {
    const ones = [attempt('a'), attempt('b', { trouble: 'failed' }), attempt('c', { submittedAt: T0 })];
    assert.deepEqual(laid(ones, ['a', 'b']), ['a', 'b', 'c']);
    assert.deepEqual(ones.map(pageOf), ['/practice/camera#a', '/practice/b', '/practice/c']);
});
