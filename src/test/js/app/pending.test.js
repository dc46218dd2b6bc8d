import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPending } from '#js/app/pending.js';
import { addChunk, isWaiting, planned } from '#js/practice/attempt/attempt.js';

const T0 = '2026-05-04T08:00:00.000Z';

/** Members that decide what has to be sent, each absent or present. */
const MEMBERS = { endedAt: T0, finishedAt: T0, handIn: true, sentAt: T0, submittedAt: T0, deletedAt: T0, trouble: 'failed' };

/** @param {number} bits which members are present @param {boolean} recorded */
function attempt(bits, recorded) {
    const present = Object.entries(MEMBERS).filter((_, at) => bits & (1 << at));
    const one = { ...planned('chunmei', { title: 'Rice', format: 'sixty' }), ...Object.fromEntries(present) };
    if (recorded) {
        addChunk(one, { take: 1, seq: 0, bytes: new ArrayBuffer(9) }, { type: 'video/webm', startedAt: T0, endMs: 2000 });
    }
    return one;
}

test('every attempt that waits is pending, so that its uploader is loaded on all pages', () => {
    for (let bits = 0; bits < 1 << Object.keys(MEMBERS).length; bits++) {
        for (const recorded of [false, true]) {
            const one = attempt(bits, recorded);
            assert.ok(!isWaiting(one) || isPending(one) || (one.finishedAt && !recorded), JSON.stringify(one));
        }
    }
});

for (const [what, bits, recorded, pending] of /** @type {[string, number, boolean, boolean][]} */ ([
    ['a plan without a recording', 0, false, false],
    ['a recording that was not ended', 0, true, true],
    ['a finished recording that was not handed in', 0b10, true, false],
    ['a finished recording that is to be handed in', 0b110, true, true],
    ['a recording that a mentor can see', 0b11110, true, false],
    ['a deletion that was not sent', 0b100000, false, true],
    ['a recording in trouble', 0b1000010, true, true],
])) {
    test(`${what} is ${pending ? '' : 'not '}pending`, () => assert.equal(Boolean(isPending(attempt(bits, recorded))), pending));
}
