import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as rules from '#js/practice/attempt/attempt.js';

const T0 = '2026-05-04T08:00:00.000Z';

/**
 * @returns {import('#js/practice/attempt/attempt.js').Attempt} two takes of two chunks each, five seconds between them
 */
function attempt(more = {}) {
    return {
        ...rules.planned('chunmei', { title: 'Rice', format: 'sixty' }),
        takes: [
            { take: 1, type: 'video/mp4', startedAt: T0, endedAt: '2026-05-04T08:00:04.000Z', pieces: [[100, 2000], [50, 4000]], safe: [] },
            {
                take: 2, type: 'video/mp4', startedAt: '2026-05-04T08:00:09.000Z', endedAt: '2026-05-04T08:00:12.000Z',
                pieces: [[70, 1000], [30, 3000]], safe: [],
            },
        ],
        ...more,
    };
}

test('a plan gets a name of its own that sorts by time', () => {
    const [one, other] = [rules.planned('chunmei', { title: '', format: '' }), rules.planned('chunmei', { title: '', format: '' })];
    assert.match(one.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.notEqual(one.id, other.id);
});

test('recorded time leaves the pause out', () => {
    assert.equal(rules.recordedMs(attempt()), 7000);
    assert.deepEqual(rules.gaps(attempt()), [{ atMs: 4000, lengthMs: 5000 }]);
});

test('what is safe counts up to the first chunk that is missing', () => {
    const one = attempt();
    one.takes[0].safe = [[0, 0]];
    one.takes[1].safe = [[0, 1]];
    assert.equal(rules.safeMs(one), 2000);
    assert.equal(rules.safeBytes(one), 200);
    assert.deepEqual(rules.missing(one), [{ take: 1, seq: 1 }]);
    one.takes[0].safe = [[0, 1]];
    assert.equal(rules.safeMs(one), 7000);
    assert.equal(rules.storedBytes(one), 250);
});

test('the word of a refused finish outranks what the server said to hold', () => {
    const one = attempt();
    rules.reconcile(one, [{ take: 1, chunks: [[0, 1]] }, { take: 2, chunks: [[0, 1]] }], [{ take: 2, chunks: [[1, 1]] }]);
    assert.deepEqual(rules.missing(one), [{ take: 2, seq: 1 }]);
});

test('a take of which the server says nothing is not safe', () => {
    const one = attempt();
    one.takes[1].safe = [[0, 1]];
    rules.reconcile(one, [{ take: 1, chunks: [[0, 1]] }]);
    assert.deepEqual(rules.missing(one), [{ take: 2, seq: 0 }, { take: 2, seq: 1 }]);
});

for (const [what, more, waiting] of [
    ['a recording that is not ended but lacks chunks', {}, true],
    ['one whose end was said', { endedAt: T0 }, true],
    ['one that is finished and shall not be handed in', { finishedAt: T0 }, false],
    ['one that is finished and shall be handed in', { finishedAt: T0, handIn: true }, true],
    ['one that a mentor can see', { finishedAt: T0, handIn: true, submittedAt: T0 }, false],
    ['one in trouble', { trouble: 'damaged' }, false],
    ['one that was deleted, whatever else', { trouble: 'damaged', deletedAt: T0 }, true],
    ['a video whose copy is not complete', { picked: { name: 'a', size: 1, modified: 1, copied: false } }, false],
    ['a plan without a recording', { takes: [] }, false],
]) {
    test(`${what} ${waiting ? 'waits' : 'does not wait'} for the network`, () => assert.equal(rules.isWaiting(attempt(more)), waiting));
}

test('a later recording that reached a mentor settles the trouble of an earlier one', () => {
    const stuck = attempt({ trouble: 'damaged', createdAt: T0 });
    assert.deepEqual(rules.unsettled([stuck]), [stuck]);
    assert.deepEqual(rules.unsettled([stuck, attempt({ createdAt: '2026-05-05T08:00:00.000Z', submittedAt: T0 })]), []);
});

test('a mark stands at recorded time, whatever the clock did', () => {
    assert.equal(rules.positionOf(attempt(), { take: 2, ms: 500 }), 4500);
});

test('a mark of an earlier version is placed by the clock, never past the end of its take', () => {
    assert.equal(rules.positionOf(attempt(), '2026-05-04T08:00:10.000Z'), 5000);
    assert.equal(rules.positionOf(attempt(), '2026-05-04T08:00:08.000Z'), 4000);
    assert.equal(rules.positionOf(attempt(), '2026-05-04T07:00:00.000Z'), 0);
});

test('a mark in a take that left no bytes is not sent', () => {
    const marks = [{ at: { take: 1, ms: 10 }, kind: 'step', ref: 'a' }, { at: { take: 3, ms: 10 }, kind: 'step', ref: 'b' }];
    const one = attempt({ marks });
    assert.deepEqual(rules.markers(one).map(({ ref }) => ref), ['a']);
});

test('practised again, what was recorded for a trainee on site stays theirs', () => {
    const onSite = { trainee: 't', name: 'Chunmei' };
    const first = rules.planned('mentor', { title: 'Rice', format: 'pitch' }, { onSite });
    assert.deepEqual(rules.planned('mentor', first.plan, first).onSite, onSite);
});
