import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaveFor, oneAtATime } from '#js/app/one-at-a-time.js';
import { settled } from '#support/fake-clock.js';
import { openPage } from '#support/page.js';

/** Work that ends when the test says so. */
function work() {
    /** @type {string[]} */
    const begun = [];
    /** @type {(fault?: Error) => void} */
    let end = () => {};
    const tap = oneAtATime((/** @type {string} */ name) => {
        begun.push(name);
        return new Promise((resolve, reject) => {
            end = (fault) => (fault ? reject(fault) : resolve(undefined));
        });
    });
    return { begun, tap, end: (/** @type {Error | undefined} */ fault = undefined) => end(fault) };
}

/** What is logged as a fault from now on. @param {import('node:test').TestContext} context */
function logged(context) {
    /** @type {unknown[]} */
    const faults = [];
    context.mock.method(console, 'error', (/** @type {unknown} */ fault) => void faults.push(fault));
    return faults;
}

test('a second tap is ignored while the work of the first is being done, and no longer', async () => {
    const { begun, tap, end } = work();
    tap('first');
    tap('second');
    end();
    await settled();
    tap('third');
    assert.deepEqual(begun, ['first', 'third']);
});

test('a fault is logged, and the next tap tries again', async (context) => {
    const faults = logged(context);
    const { begun, tap, end } = work();
    const full = new Error('the phone is full');
    tap('first');
    end(full);
    await settled();
    assert.deepEqual(faults, [full]);
    tap('second');
    assert.deepEqual(begun, ['first', 'second']);
});

test('what fails at once is logged too', async (context) => {
    const faults = logged(context);
    await oneAtATime(() => {
        throw new Error('no such part');
    })();
    assert.equal(faults.length, 1);
});

test('a page that is being left takes no further tap, until the person comes back to it', async (context) => {
    const { opened } = openPage(context, '');
    const tap = oneAtATime(() => leaveFor('/practice/camera'));
    tap();
    await settled();
    tap();
    assert.deepEqual(opened, ['/practice/camera']);
    document.dispatchEvent(new Event('pageshow'));
    await settled();
    tap();
    assert.deepEqual(opened, ['/practice/camera', '/practice/camera']);
});
