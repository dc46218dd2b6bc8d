import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { missing, planned, recordedMs, storedBytes } from '#js/practice/attempt/attempt.js';
import { agreed, copy, fits, samePick } from '#js/practice/gallery/gallery.js';
import { FakeClock, settled } from '#support/fake-clock.js';
import { MemoryAttemptStore } from '#support/memory-attempt-store.js';
import { answer, at, openPage } from '#support/page.js';

const SLICE = 4 * 1024 * 1024;
const FOUND = { doubts: [], lengthMs: 90_000, type: 'video/mp4' };
const LAST_MODIFIED = Date.parse('2026-05-04T08:01:30.000Z');

let store = new MemoryAttemptStore();

beforeEach(() => {
    store = new MemoryAttemptStore();
});

const video = (size = 2 * SLICE + 5, name = 'rice.mp4') => new File([new Uint8Array(size).fill(7)], name, { lastModified: LAST_MODIFIED });

async function planOnPhone() {
    const attempt = planned('chunmei', { title: 'Rice', format: 'sixty' });
    await store.add(attempt);
    return attempt.id;
}

/** @param {string} id */
async function stored(id) {
    return /** @type {import('#js/practice/attempt/attempt.js').Attempt} */ (await store.get(id));
}

/** @param {string} id @param {File} file @param {(bytes: number) => void} [onProgress] */
async function copied(id, file, onProgress = () => {}) {
    await copy(await stored(id), file, FOUND, /** @type {any} */ (store), onProgress);
    return stored(id);
}

test('a file is stored in slices as one take that ended when the file was written', async () => {
    /** @type {number[]} */
    const progress = [];
    const attempt = await copied(await planOnPhone(), video(), (bytes) => progress.push(bytes));
    const [take] = attempt.takes;
    assert.deepEqual(take.pieces.map(([size]) => size), [SLICE, SLICE, 5]);
    assert.deepEqual([take.type, take.startedAt], ['video/mp4', '2026-05-04T08:00:00.000Z']);
    assert.equal(recordedMs(attempt), 90_000);
    assert.deepEqual(attempt.picked, { name: 'rice.mp4', size: 2 * SLICE + 5, modified: LAST_MODIFIED, copied: true });
    assert.ok(attempt.endedAt);
    assert.deepEqual(progress, [0, SLICE, 2 * SLICE, 2 * SLICE + 5]);
});

test('a copy that was interrupted continues after the last stored slice', async () => {
    const id = await planOnPhone();
    store.room = SLICE + 1;
    await assert.rejects(copied(id, video()));
    assert.deepEqual([storedBytes(await stored(id)), (await stored(id)).endedAt], [SLICE, undefined]);

    store.room = Infinity;
    const attempt = await copied(id, video());
    assert.equal(storedBytes(attempt), 2 * SLICE + 5);
    assert.deepEqual(missing(attempt).map(({ seq }) => seq), [0, 1, 2]);
});

test('a file without a known type is sent as bytes', async () => {
    const id = await planOnPhone();
    await copy(await stored(id), video(9), { ...FOUND, type: '' }, /** @type {any} */ (store), () => {});
    assert.equal((await stored(id)).takes[0].type, 'application/octet-stream');
});

for (const [what, file, same] of /** @type {[string, File, boolean][]} */ ([
    ['the same file', video(9), true],
    ['a file of another name', video(9, 'tea.mp4'), false],
    ['a file of another size', video(8), false],
    ['a file written at another time', new File([new Uint8Array(9)], 'rice.mp4', { lastModified: 1 }), false],
])) {
    test(`${what} ${same ? 'continues' : 'does not continue'} a half copy`, () => {
        const picked = { name: 'rice.mp4', size: 9, modified: LAST_MODIFIED, copied: false };
        assert.equal(samePick({ ...planned('chunmei', { title: '', format: '' }), picked }, file), same);
    });
}

for (const [what, estimate, expected] of /** @type {[string, object | undefined, boolean][]} */ ([
    ['room for it', { quota: 100, usage: 90 }, true],
    ['too little room', { quota: 100, usage: 91 }, false],
    ['no estimate', undefined, true],
    ['an estimate without figures', {}, true],
])) {
    test(`with ${what} a file of 9 bytes ${expected ? 'fits' : 'does not fit'}`, async () => {
        Object.defineProperty(globalThis, 'navigator', { value: { storage: { estimate: async () => estimate } }, configurable: true });
        assert.equal(await fits(video(9), async () => false), expected);
    });
}

for (const [what, after, expected] of /** @type {[string, number, boolean][]} */ ([['enough', 90, true], ['too little', 91, false]])) {
    test(`where what is dropped makes ${what} room, that decides, and it is dropped once`, async () => {
        let usage = 99;
        let dropped = 0;
        const storage = { estimate: async () => ({ quota: 100, usage }) };
        Object.defineProperty(globalThis, 'navigator', { value: { storage }, configurable: true });
        const makeRoom = async (/** @type {number} */ least) => {
            assert.equal(least, 8, 'what is missing of it');
            dropped++;
            usage = after;
            return true;
        };
        assert.deepEqual([await fits(video(9), makeRoom), dropped], [expected, 1]);
    });
}

/** @param {import('node:test').TestContext} context */
const openGallery = (context) => openPage(context, `<section><p data-file-fault></p><p data-pick></p></section>
    <p data-file-name></p><p data-doubts></p>
    <dialog data-confirm="file"><p data-blank></p><button value="yes"></button></dialog>
    ${['checking-file', 'pick', 'file', 'file-cost'].map((name) => `<template data-message="${name}">${name}</template>`).join('')}`);

test('where the code that looks into files is not there, a file is sent unseen', async (context) => {
    openGallery(context);
    const asked = agreed(video(9), at('section'), false, Promise.reject(new Error('no network')));
    await settled();
    answer('dialog', 'yes');
    assert.deepEqual(await asked, { doubts: [], lengthMs: 0, type: '' });
});

test('nor does anybody wait for that code where the network stalls', async (context) => {
    openGallery(context);
    const clock = new FakeClock();
    const asked = agreed(video(9), at('section'), false, new Promise(() => {}), clock);
    await clock.pass(7_999);
    assert.equal(at('[data-pick]').textContent, 'checking-file');
    await clock.pass(1);
    answer('dialog', 'yes');
    assert.deepEqual(await asked, { doubts: [], lengthMs: 0, type: '' });
});
