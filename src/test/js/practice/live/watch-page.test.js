import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WatchPage } from '#js/practice/live/watch-page.js';
import { settled } from '#support/fake-clock.js';
import { at, openPage } from '#support/page.js';

const SAYS = ['no-network', 'cannot-connect', 'phase-waiting', 'phase-ended', 'gone-live.removed', 'next-ended', 'next-gone', 'watching',
    'sound-for-now', 'sound-alone', 'marked', 'phase-starting', 'cannot-play'];
const PAGE = `<main data-live><video data-video></video><p data-heard hidden></p>
<div data-veil><p data-phase></p></div><button data-do="sound"></button><button data-marker="look"></button>
<p data-watching></p><section data-closing hidden><p data-closing-words></p><p data-closing-next></p></section>
<ul><li data-product="1"><span data-spoken-of hidden></span></li><li data-product="2"><span data-spoken-of hidden></span></li></ul>
<form data-send="/comments"><input></form><p data-answer></p>
<ol data-lines></ol><template data-line><li><b data-who></b><span data-words></span></li></template>
<ol><li data-ref="hook"></li><li data-ref="origin"></li><li data-ref="price"></li></ol></main>
${SAYS.map((name) => `<template data-message="${name}">${name}</template>`).join('')}`;

/** @param {import('node:test').TestContext} context @param {Date} [playing] as the playlist dates what is shown */
function watching(context, playing) {
    openPage(context, PAGE);
    const events = Object.assign(new EventTarget(), { readyState: 1, close: () => undefined });
    const root = at('[data-live]');
    /** @type {object[]} */
    const sent = [];
    new WatchPage(root, {
        events: /** @type {any} */ (events),
        http: { post: async (_, body) => (sent.push(body), { ok: true }) },
        openPlayer: async () => playing && { playingDate: () => playing, close: () => {} },
    }).start();
    /** @param {string} kind @param {object} data */
    const tell = (kind, data) => events.dispatchEvent(Object.assign(new Event(kind), { data: JSON.stringify(data) }));
    return { events, root, sent, tell };
}

test('whoever comes late sees which steps are done, and the product that is spoken of', (context) => {
    const { tell } = watching(context);
    tell('step', { words: 'origin' });
    tell('product', { words: '1' });
    tell('product', { words: '2' });
    assert.equal(at('[data-ref=hook]').hasAttribute('data-done'), true);
    assert.equal(at('[data-ref=origin]').getAttribute('aria-current'), 'step');
    assert.equal(at('[data-ref=price]').hasAttribute('data-done'), false);
    assert.equal(at('[data-product="1"] [data-spoken-of]').hidden, true);
    assert.equal(at('[data-product="2"] [data-spoken-of]').hidden, false);
});

test('a script that somebody writes as a comment is words to whoever watches, and nothing more', (context) => {
    const { tell } = watching(context);
    tell('comment', { number: 1, name: '<script>1</script>', words: '<img src=x onerror=alert(1)>' });
    const lines = at('[data-lines]');
    assert.equal(lines.querySelector('img, script'), null);
    assert.equal(lines.textContent, '<script>1</script><img src=x onerror=alert(1)>');
});

test('while there is no picture, the page says why, until it is back', (context) => {
    watching(context);
    const video = /** @type {any} */ (at('[data-video]'));
    /** @type {[number, string][]} */
    const said = [[344, 'sound-for-now'], [336, 'sound-alone'], [320, ''], [854, '']];
    for (const [width, words] of said) {
        video.videoWidth = width;
        video.dispatchEvent(new Event('resize'));
        assert.deepEqual([at('[data-heard]').hidden, at('[data-heard]').textContent], [words === '', words]);
    }
});

test('a connection that broke comes again, and one that was refused does not', (context) => {
    const { events } = watching(context);
    events.readyState = 0;
    events.dispatchEvent(new Event('error'));
    assert.equal(at('[data-phase]').textContent, 'no-network');
    events.readyState = 2;
    events.dispatchEvent(new Event('error'));
    assert.equal(at('[data-phase]').textContent, 'cannot-connect');
});

for (const [why, words, next] of /** @type {const} */ ([
    ['live.ended', 'phase-ended', 'next-ended'],
    ['live.removed', 'gone-live.removed', 'next-gone'],
])) {
    test(`the page of whoever is told ${why} says ${words}`, (context) => {
        const { events, tell, root } = watching(context);
        tell('gone', { why });
        events.dispatchEvent(new Event('error'));
        assert.equal(at('[data-closing]').hidden, false);
        assert.equal(at('[data-closing-words]').textContent, words);
        assert.equal(at('[data-closing-next]').textContent, next);
        assert.equal(root.dataset.now, 'ended');
    });
}

test('a double tap on "send" is one comment', async (context) => {
    const { sent } = watching(context);
    const [form, field] = [at('form'), /** @type {HTMLInputElement} */ (at('form input'))];
    const submit = () => form.dispatchEvent(new Event('submit', { cancelable: true }));
    field.value = 'How much is it?';
    submit();
    submit();
    await settled();
    assert.deepEqual([sent, field.value], [[{ words: 'How much is it?' }], '']);
});

test('one tap of a mentor marks the moment that the player shows', async (context) => {
    const { sent, tell } = watching(context, new Date('2026-06-18T12:00:07.250Z'));
    tell('state', { phase: 'starting', watching: 1 });
    await settled();
    at('[data-marker]').dispatchEvent(new Event('click'));
    await settled();
    assert.deepEqual(sent, [{ meaning: 'look', shown: '2026-06-18T12:00:07.250Z' }]);
    assert.equal(at('[data-answer]').textContent, 'marked');
});
