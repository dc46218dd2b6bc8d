import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal, Unreachable } from '#js/app/http.js';
import { edited, fits, holdsAll, merged, momentAt, positionIn } from '#js/practice/selfreview/self-review.js';
import { SelfReviewSender } from '#js/practice/selfreview/self-review-sender.js';

const NOON = Date.parse('2026-06-18T04:00:00.000Z');
const early = { words: 'early', editedAt: '2026-06-18T04:00:00.000Z' };
const late = { words: 'late', editedAt: '2026-06-18T04:00:00.001Z' };
const TAKES = [{ take: 1, ms: 4000 }, { take: 3, ms: 2000 }];

test('an edit is later than what it stands instead of, also on a phone whose clock was set back', () => {
    assert.equal(edited({}, 'kept', { words: 'price' }, NOON).kept?.editedAt, '2026-06-18T04:00:00.000Z');
    assert.equal(edited({ kept: late }, 'kept', { words: 'price' }, 0).kept?.editedAt, '2026-06-18T04:00:00.002Z');
});

/** @typedef {import('#js/practice/selfreview/self-review.js').SelfReview} SelfReview */

for (const [what, mine, theirs, both] of /** @type {[string, SelfReview, SelfReview, object][]} */ ([
    ['two phones that wrote one part each', { kept: early }, { change: late }, { kept: early, change: late }],
    ['an earlier edit that comes late', { kept: late }, { kept: early }, { kept: late }],
    ['a later edit of another phone', { kept: early }, { kept: late }, { kept: late }],
    ['nothing and nothing', {}, {}, {}],
])) {
    test(`${what}: of each part the later edit counts, whichever comes first`, () => {
        assert.deepEqual(merged(mine, theirs), both);
        assert.deepEqual(merged(theirs, mine), both);
    });
}

test('what was edited while it was under way is not taken for sent', () => {
    assert.ok(holdsAll({ kept: late }, { kept: early }));
    assert.ok(!holdsAll({ kept: early }, { kept: late }));
    assert.ok(!holdsAll({}, { kept: early }));
});

test('what is too long stays on the phone', () => {
    assert.ok(fits({ kept: { ...early, words: '好'.repeat(500) } }));
    assert.ok(!fits({ kept: { ...early, words: '好'.repeat(501) } }));
});

for (const [position, at] of /** @type {[number, object][]} */ ([
    [-5, { take: 1, ms: 0 }], [3999.6, { take: 3, ms: 0 }], [3999, { take: 1, ms: 3999 }], [5500, { take: 3, ms: 1500 }],
    [9000, { take: 3, ms: 2000 }],
])) {
    test(`${position} ms of the recording are ${JSON.stringify(at)}`, () => assert.deepEqual(momentAt(TAKES, position), at));
}

test('a moment of a take has its place on the recording', () => {
    assert.equal(positionIn(TAKES, { take: 3, ms: 1500 }), 5500);
    assert.equal(positionIn(TAKES, { take: 1, ms: 9000 }), 4000);
    assert.equal(positionIn(TAKES, { take: 2, ms: 0 }), undefined);
    assert.equal(momentAt([], 5), undefined);
});

for (const [status, done] of /** @type {[number, string[]][]} */ ([[404, ['forget a']], [422, ['refuse a too-long']]])) {
    test(`answered with ${status}: ${done}`, async () => {
        assert.deepEqual(await sent(() => Promise.reject(new Refusal(status, { code: 'too-long' }))), done);
    });
}

test('sent, it is acknowledged with what the server holds', async () => {
    assert.deepEqual(await sent(async () => ({ kept: late })), ['acknowledge a late']);
});

test('without a network it is tried again', async () => {
    await assert.rejects(sent(() => Promise.reject(new Unreachable('gone'))), Unreachable);
    await assert.rejects(sent(() => Promise.reject(new Refusal(507, {}))), Refusal);
});

/** @param {() => Promise<any>} answer */
async function sent(answer) {
    /** @type {string[]} */
    const done = [];
    const store = {
        waiting: async () => [],
        acknowledge: async (/** @type {string} */ id, /** @type {any} */ { kept }) => done.push(`acknowledge ${id} ${kept.words}`),
        refuse: async (/** @type {string} */ id, /** @type {string} */ code) => done.push(`refuse ${id} ${code}`),
        forget: async (/** @type {string} */ id) => done.push(`forget ${id}`),
    };
    Object.assign(store, { voice: async () => undefined });
    const sender = new SelfReviewSender(/** @type {any} */ ({ putSelfReview: answer }), /** @type {any} */ (store));
    await sender.send({ key: '', attempt: 'a', person: 'chunmei', review: { kept: early }, sent: false });
    return done;
}
