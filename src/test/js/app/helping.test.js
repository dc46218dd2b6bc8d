import assert from 'node:assert/strict';
import { test } from 'node:test';
import { helpedNow, helpedOrNot, helping } from '#js/app/helping.js';

/** @param {string} [cookie] */
const browser = (cookie) => (/** @type {any} */ (globalThis).document = cookie === undefined ? undefined : { cookie });

test('the help that goes on is the one the server named', () => {
    browser('lang=zh; tianbo_helping=019b2f00-0000-7000-8000-000000000001; other=1');
    assert.equal(helping(), '019b2f00-0000-7000-8000-000000000001');
    assert.deepEqual(helpedOrNot(), { helping: '019b2f00-0000-7000-8000-000000000001' });
    const { helping: now, helpedAt } = helpedNow();
    assert.equal(now, helping());
    assert.match(String(helpedAt), /^\d{4}-\d\d-\d\dT/);
});

test('whoever is alone is helped by nobody, and a service worker knows of no cookie', () => {
    for (const cookie of ['', 'lang=zh', undefined]) {
        browser(cookie);
        assert.equal(helping(), undefined);
        assert.deepEqual(helpedOrNot(), { helping: 'none' });
        assert.deepEqual(helpedNow(), {});
    }
});
