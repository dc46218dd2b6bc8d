import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storesPages } from '#js/learning/offline/browser.js';
import { showBrowserSupport } from '#js/site/browser-support.js';
import { setGlobals } from '#support/globals.js';
import { newPhone } from '#support/memory-indexed-db.js';
import { openPage, textOf } from '#support/page.js';
import { memoryStorage } from '#support/reviews.js';

const NOTICE = '<p data-no-storage="stores nothing" data-no-offline="cannot open without a network" hidden></p>';

/** @param {import('node:test').TestContext} context @param {() => Promise<unknown>} register */
function browser(context, register) {
    newPhone();
    openPage(context, NOTICE);
    Object.defineProperty(navigator, 'serviceWorker', { value: { register } });
    setGlobals(context, { window: { localStorage: memoryStorage(), indexedDB, caches: {} } });
}

const registrations = {
    'one that has it': [async () => ({}), true],
    'one that refuses it': [() => Promise.reject(new DOMException('not here', 'SecurityError')), false],
    'one whose line fails': [() => Promise.reject(new TypeError('bad line')), true],
    'one that is shut down meanwhile': [() => Promise.reject(new DOMException('', 'AbortError')), true],
};
for (const [which, answer] of Object.entries(registrations)) {
    const [register, works] = /** @type {[() => Promise<unknown>, boolean]} */ (answer);
    test(`${which} ${works ? 'may keep pages' : 'is said to keep none'}`, async (context) => {
        browser(context, register);
        await showBrowserSupport();
        assert.equal(textOf('[data-no-storage]'), works ? null : 'cannot open without a network');
        assert.equal(await storesPages(), works);
    });
}

test('one that has none is said to keep no pages', async (context) => {
    browser(context, async () => ({}));
    setGlobals(context, { navigator: {} });
    await showBrowserSupport();
    assert.equal(textOf('[data-no-storage]'), 'cannot open without a network');
    assert.equal(await storesPages(), false);
});
