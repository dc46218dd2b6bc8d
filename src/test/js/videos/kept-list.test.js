import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, openPage, textOf } from '#support/page.js';

const PAGE = `<section data-kept-videos hidden><p data-kept-total></p><ul data-kept-lines></ul>
<template data-kept-line><li><a></a><span data-size></span><button>Delete</button></li></template>
<template data-message="kept-total">[count] videos, [size] MB</template><template data-message="kept-size">[total] MB</template>
<template data-message="kept-part">[done] of [total] MB</template></section>`;

test('the page says what videos take of the phone, deletes them, and drops what the county took back', async (context) => {
    openPage(context, PAGE);
    const { startKeptList } = await import('#js/videos/kept-list.js');
    let videos = [
        { video: 'rice', title: 'Rice', page: '/learn/a/rice', bytes: 3_000_000, done: 3_000_000 },
        { video: 'tea', title: 'Tea', page: '/learn/a/tea', bytes: 2_000_000, done: 500_000 },
        { video: 'back', title: 'Taken back', page: '/learn/a/back', bytes: 1_000_000, done: 1_000_000 },
    ];
    const remove = async (/** @type {string} */ gone) => void (videos = videos.filter(({ video }) => video !== gone));
    /** @type {any} */
    const kept = {
        list: async () => videos,
        remove,
        removeOthers: async () => {},
        removeIfGone: async (/** @type {string} */ video) => video === 'back' && remove(video),
    };
    await startKeptList(at('section'), { kept, isOnline: () => true });
    assert.equal(textOf('[data-kept-total]'), '2 videos, 3.5 MB');
    assert.equal(textOf('[data-kept-lines]'), 'Rice3.0 MBDeleteTea0.5 of 2.0 MBDelete');
    for (const left of ['1 videos, 0.5 MB', null]) {
        at('[data-kept-lines] button').dispatchEvent(new Event('click'));
        await new Promise((resolve) => setImmediate(resolve));
        assert.equal(textOf('[data-kept-total]'), left);
    }
});
