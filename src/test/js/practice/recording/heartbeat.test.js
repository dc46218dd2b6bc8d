import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planned } from '#js/practice/attempt/attempt.js';
import { Heartbeat, lostMs, noteLost } from '#js/practice/recording/heartbeat.js';

const T0 = '2026-05-04T08:00:00.000Z';

/** Two takes of four seconds. @returns {import('#js/practice/attempt/attempt.js').Attempt} */
function attempt() {
    const take = (/** @type {number} */ number) =>
        ({
            take: number, type: 'video/mp4', startedAt: T0, endedAt: T0,
            pieces: /** @type {[number, number][]} */ ([[9, 2000], [9, 4000]]), safe: [],
        });
    return { ...planned('chunmei', { title: 'Rice', format: 'pitch' }), takes: [take(1), take(2)] };
}

/** @param {string} tab @param {{value?: string}} disk @param {number} now */
function heartbeat(tab, disk, now) {
    return new Heartbeat({
        getItem: () => disk.value ?? null,
        setItem: (_, value) => (disk.value = value),
        removeItem: () => delete disk.value,
    }, tab, () => now);
}

test('a page that died while it recorded leaves its last sign, in the same tab at once', () => {
    const disk = {};
    heartbeat('a', disk, 0).beat('one', 2, 5600.4);
    assert.equal(heartbeat('a', disk, 250).last()?.ms, 5600);
    assert.equal(heartbeat('a', disk, 250).last()?.attempt, 'one', 'whichever attempt is opened next');
});

test('a recorder that is alive in another tab has lost nothing', () => {
    const disk = {};
    heartbeat('a', disk, 0).beat('one', 2, 5600);
    assert.equal(heartbeat('b', disk, 2_999).last(), undefined);
    assert.equal(heartbeat('b', disk, 3_000).last()?.take, 2);
});

test('a recording that ended well leaves none', () => {
    const disk = {};
    heartbeat('a', disk, 0).beat('one', 2, 5600);
    heartbeat('a', disk, 0).end();
    assert.equal(heartbeat('a', disk, 9_000).last(), undefined);
});

for (const [what, beat, marks] of /** @type {[string, {take: number, ms: number}, object[]][]} */ ([
    ['after the last chunk', { take: 2, ms: 5600 }, [{ at: { take: 2, ms: 5600 }, kind: 'lost', ref: '2:1600' }]],
    ['of a take without a chunk', { take: 3, ms: 1500 }, [{ at: { take: 2, ms: 5500 }, kind: 'lost', ref: '3:1500' }]],
    ['less than anybody notices', { take: 2, ms: 4400 }, []],
])) {
    test(`what was lost ${what} is marked, once`, () => {
        const one = attempt();
        noteLost(one, { ...beat, at: 7 });
        noteLost(one, { ...beat, at: 7 });
        assert.deepEqual(one.marks, marks);
    });
}

test('a clock that is set back by an hour hides no loss from another tab', () => {
    const disk = {};
    heartbeat('a', disk, 7_200_000).beat('one', 1, 5600);
    assert.equal(heartbeat('b', disk, 3_600_000).last()?.ms, 5600);
});

test('an attempt of which nothing was stored is as planned again, and it is known how much was lost', () => {
    const one = { ...attempt(), takes: [] };
    one.marks.push({ at: { take: 1, ms: 0 }, kind: 'step', ref: 'hook' });
    one.audience = /** @type {any} */ ({ scenario: {}, intensity: 'gentle', asked: [{ event: 'hello', at: { take: 1, ms: 900 } }] });
    noteLost(one, { take: 1, ms: 1900, at: 7 });
    assert.deepEqual([one.marks, one.audience?.asked, one.lostAtStartMs, lostMs(one)], [[], [], 1900, 0]);
    assert.equal(one.plan.title, 'Rice');
});

test('what several takes lost is added up', () => {
    const one = attempt();
    noteLost(one, { take: 1, ms: 5000, at: 7 });
    noteLost(one, { take: 2, ms: 5600, at: 8 });
    assert.equal(lostMs(one), 2600);
});

test('a take that left no chunk is begun again under its number, and what both lost is said', () => {
    const one = attempt();
    noteLost(one, { take: 3, ms: 500, at: 7 });
    noteLost(one, { take: 3, ms: 1500, at: 8 });
    assert.equal(lostMs(one), 2000);
});
