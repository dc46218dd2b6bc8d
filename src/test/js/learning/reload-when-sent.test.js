import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reloadWhenSent } from '../../../main/web/js/learning/reload-when-sent.js';

function page() {
    const target = new EventTarget();
    let reloads = 0;
    const outdated = reloadWhenSent({ target, reload: () => { reloads += 1; } });
    return { outdated, sent: () => target.dispatchEvent(new Event('tianbo:sent')), reloads: () => reloads };
}

test('a page that shows more than the server knew is fetched anew once all was sent', () => {
    const { outdated, sent, reloads } = page();
    outdated();
    assert.equal(reloads(), 0);
    sent();
    assert.equal(reloads(), 1);
});

test('what was sent while the page still read counts too', () => {
    const { outdated, sent, reloads } = page();
    sent();
    outdated();
    assert.equal(reloads(), 1);
});

test('a page that shows what the server said stays', () => {
    const { sent, reloads } = page();
    sent();
    assert.equal(reloads(), 0);
});
