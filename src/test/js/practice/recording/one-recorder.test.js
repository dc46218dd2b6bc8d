import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holdRecorder, isFree } from '#js/practice/recording/one-recorder.js';

/** As browsers hold locks for all pages of a site. */
class Locks {
    /** @type {Set<string>} */
    held = new Set();

    /** @param {string} name @param {object} _ @param {(lock: any) => any} work */
    async request(name, _, work) {
        if (this.held.has(name)) {
            return work(null);
        }
        this.held.add(name);
        await work({ name });
        this.held.delete(name);
    }
}

test('of two pages one records an attempt, and the other when the first has ended', async () => {
    const locks = /** @type {any} */ (new Locks());
    assert.equal(await isFree('a', locks), true);
    await new Promise((resolve) => setTimeout(resolve, 0));
    const first = await holdRecorder('a', locks);
    assert.equal(await isFree('a', locks), false);
    assert.equal(await holdRecorder('a', locks), undefined);
    assert.ok(await holdRecorder('b', locks));
    first?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.ok(await holdRecorder('a', locks));
});

test('where a browser has no locks, nobody is kept out', async () => {
    assert.ok(await holdRecorder('a', /** @type {any} */ (null)));
});
