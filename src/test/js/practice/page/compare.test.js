import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, openPage } from '#support/page.js';

const PAGE = `<div data-compare><video id="then"></video><video id="now"></video>
<button id="hook" data-then-ms="1500" data-now-ms="0"></button><button id="price" data-then-ms="61000" data-now-ms="42500"></button></div>`;

/** A video of a page without a browser. @param {string} selector */
function video(selector) {
    const found = { pauses: 0, currentTime: 0, preload: 'none' };
    return Object.assign(at(selector), found, { pause: () => found.pauses++, scrollIntoView: () => {}, paused: () => found.pauses });
}

test('then and now stand at the same step, each at its own second, and one is heard at a time', async (context) => {
    openPage(context, PAGE);
    const [then, now] = [video('#then'), video('#now')];
    await import('#js/compare.js');
    at('#price').dispatchEvent(new Event('click'));
    assert.deepEqual([then.currentTime, now.currentTime], [61, 42.5]);
    assert.deepEqual([then.preload, now.preload], ['metadata', 'metadata'], 'no more is fetched than the picture there');
    assert.equal(at('#price').getAttribute('aria-pressed'), 'true');
    assert.equal(at('#hook').getAttribute('aria-pressed'), 'false');
    const before = [then.paused(), now.paused()];
    now.dispatchEvent(new Event('play'));
    assert.deepEqual([then.paused(), now.paused()], [before[0] + 1, before[1]]);
});
