import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remember, remembered } from '#js/app/settings.js';
import { memoryStorage } from '#support/reviews.js';

/** @param {object} [storages] */
function openBrowser(storages) {
    Object.assign(globalThis, { window: storages ?? { localStorage: memoryStorage(), sessionStorage: memoryStorage() } });
}

test('a setting is stored for good, or for this visit only', () => {
    openBrowser();
    assert.equal(remember('text', 'xl'), true);
    assert.equal(remember('opened', 'yes', 'sessionStorage'), true);
    assert.equal(remembered('text'), 'xl');
    assert.equal(remembered('opened'), null);
    assert.equal(remembered('opened', 'sessionStorage'), 'yes');
});

test('a browser that forbids storage remembers nothing, and nothing fails', () => {
    openBrowser({
        get localStorage() {
            throw new Error('SecurityError');
        },
    });
    assert.equal(remember('text', 'xl'), false);
    assert.equal(remembered('text'), null);
});
