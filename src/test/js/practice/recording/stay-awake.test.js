import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stayAwake } from '#js/practice/recording/stay-awake.js';
import { settled } from '#support/fake-clock.js';
import { setGlobals } from '#support/globals.js';

/** A screen that is kept on so many times. */
function screen() {
    const state = { held: 0 };
    const request = async () => {
        state.held++;
        return /** @type {any} */ ({ release: async () => void state.held-- });
    };
    return { state, request };
}

test('the screen stays on while it records, and may turn off afterwards', async () => {
    const { state, request } = screen();
    const letSleep = stayAwake({ request });
    await settled();
    assert.equal(state.held, 1);
    letSleep();
    await settled();
    assert.equal(state.held, 0);
});

test('a take that ends at once keeps no screen on', async () => {
    const { state, request } = screen();
    stayAwake({ request })();
    await settled();
    assert.equal(state.held, 0);
});

test('a phone that refuses, or has no such thing, records all the same', async (context) => {
    stayAwake({ request: () => Promise.reject(new DOMException('battery saver', 'NotAllowedError')) })();
    setGlobals(context, { navigator: {} });
    stayAwake()();
    await settled();
});
