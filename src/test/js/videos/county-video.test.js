import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, openPage, textOf } from '#support/page.js';

/** @param {string} item @param {number} second */
const question = (item, second) => `<template data-question="${item}" data-second="${second}">
<fieldset data-item="${item}" data-kind="choice"><h2>${item}</h2></fieldset></template>`;

const PAGE = `<figure data-lesson="first" data-version="2" data-video="rice" data-seconds="10"><p>The video</p><img>
<progress data-part hidden></progress><p data-watched></p><p data-trouble hidden></p><button data-left hidden></button>
<a href="/answers" data-my-answers hidden></a><a href="/videos/rice/small.mp4" data-copy="small">Watch</a>
<dialog data-asked><form><div data-slot></div><p data-choose-first hidden></p><div data-kept></div><p data-lost hidden></p>
<button data-answer></button><button type="button" data-skip></button><button type="button" data-go-on hidden></button></form></dialog>
${question('hands', 9)}${question('voice', 10)}
<template data-message="watched">[time]</template><template data-message="left-questions">[left] left</template></figure>`;

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('two questions at the very end are asked one behind the other', async (context) => {
    context.mock.method(console, 'error', () => {});
    openPage(context, PAGE);
    const { startCountyVideo } = await import('#js/videos/county-video.js');
    /** @type {Record<string, any>} */
    const asked = {};
    let opened = 0;
    Object.assign(at('dialog'), { showModal: () => (opened += 1) });
    startCountyVideo(at('figure'), {
        record: async () => 'record',
        recordSeconds: async () => 'seconds',
        accepted: async () => undefined,
        markedIn: async () => null,
        memory: /** @type {any} */ ({
            played: () => [], asked: (/** @type {string} */ item) => asked[item], watched: () => {}, learn: async () => {},
            ask: (/** @type {string} */ item, /** @type {string} */ how) => (asked[item] = how),
        }),
    });
    at('a[data-copy]').dispatchEvent(new Event('click', { cancelable: true }));
    await settled();
    const film = at('video');
    /** @param {number} currentTime @param {boolean} ended */
    const tell = async (currentTime, ended) => {
        Object.assign(film, { currentTime, ended, paused: ended, played: { length: 0 }, pause: () => {}, play: async () => {} });
        film.dispatchEvent(new Event('timeupdate'));
        await settled();
    };
    await tell(8, false);
    await tell(10, true);
    await tell(10, true);
    assert.deepEqual([textOf('[data-slot]'), opened], ['hands', 1]);
    at('[data-skip]').dispatchEvent(new Event('click'));
    await settled();
    assert.deepEqual([textOf('[data-slot]'), opened], ['voice', 2]);
    at('[data-skip]').dispatchEvent(new Event('click'));
    await settled();
    assert.deepEqual([asked, opened, textOf('[data-left]')], [{ hands: 'skipped', voice: 'skipped' }, 2, '2 left']);
});
