import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftOf, madeCalls } from '#js/calls/made-calls.js';
import { isTraineePage, routeOf } from '#sw/routes.js';

/** @param {string} trainee @param {string} outcome @param {string} [type] */
const record = (trainee, outcome, type = 'call.made') =>
    ({ id: `${trainee}-${outcome}`, type, at: '2026-06-18T01:00:00Z', data: { trainee, outcome }, person: 'coordinator' });

test('of several calls to one person the last counts, and other records are none of them', () => {
    const records = [
        record('chunmei', 'not-reached'),
        record('guoqiang', 'reached'),
        record('chunmei', 'reached'),
        record('x', '', 'lesson.completed'),
    ];
    assert.deepEqual(madeCalls(records, 'call.made'), [
        { trainee: 'chunmei', outcome: 'reached' },
        { trainee: 'guoqiang', outcome: 'reached' },
    ]);
});

test('whoever was called is no longer to be called', () => {
    assert.equal(leftOf(['chunmei', 'guoqiang'], new Map([['chunmei', 'reached']])), 1);
});

test('the list of calls is kept for where there is no network, the list of people is not', () => {
    assert.ok(isTraineePage('/calls'));
    assert.ok(!isTraineePage('/stuck'));
    const request = { url: 'https://tianbo.test/calls?place=hekou', method: 'GET', mode: 'navigate' };
    assert.equal(routeOf(request, 'https://tianbo.test'), 'trainee-page');
});
