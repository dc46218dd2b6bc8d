import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examine } from '#js/practice/gallery/video-file.js';

/** @param {{plays?: boolean, videoWidth?: number, duration?: number}} [player] the browser's, as it answers to a file */
function openBrowser({ plays = false, videoWidth = 0, duration = NaN } = {}) {
    const createElement = () => {
        const video = { videoWidth, duration, onloadedmetadata: () => {}, onerror: () => {} };
        setTimeout(() => (plays ? video.onloadedmetadata() : video.onerror()), 0);
        return video;
    };
    Object.assign(globalThis, { document: { createElement } });
}

/** @param {string} start its first bytes, one a letter @param {string} [type] */
const file = (start, type = 'video/mp4') =>
    new File([Uint8Array.from(start.padEnd(64, '\0'), (letter) => letter.charCodeAt(0))], 'rice.mp4', { type });

for (const [what, start] of [
    ['a JPEG picture', '\xff\xd8\xff\xe0'],
    ['a picture of an iPhone', '\0\0\0\x18ftypheic'],
    ['a sound in a format we cannot use', 'fLaC'],
    ['a PDF', '%PDF-1.7'],
    ['a packed file', 'PK\x03\x04'],
    ['a list of other files', '#EXTM3U\n'],
    ['a web page', ' <html>'],
]) {
    test(`${what} that is called a video is no video`, async () => {
        openBrowser({ plays: true });
        assert.equal((await examine(file(start))).refusal, 'no-video');
    });
}

for (const [what, start, type] of [
    ['an MP3', 'ID3', 'audio/mpeg'],
    ['an MP3 without a title', '\xff\xfb\x90', 'audio/mpeg'],
    ['an AAC', '\xff\xf1', 'audio/aac'],
    ['a WAV', 'RIFF\0\0\0\0WAVE', 'audio/wav'],
    ['an AMR', '#!AMR\n', 'audio/amr'],
]) {
    test(`${what} of a voice recorder is used, and its owner is told that nothing can be seen`, async () => {
        openBrowser({ plays: true, duration: 12 });
        assert.deepEqual(await examine(file(start)), { doubts: ['sound-only'], lengthMs: 12_000, type });
    });
}

test('a file without bytes is empty', async () => assert.equal((await examine(new File([], 'rice.mp4'))).refusal, 'empty'));

test('a file of an unknown format that the browser plays is used, with its length', async () => {
    openBrowser({ plays: true, videoWidth: 640, duration: 61.5 });
    assert.deepEqual(await examine(file('\0\0\x01\xba', 'video/mpeg')), { doubts: [], lengthMs: 61_500, type: 'video/mpeg' });
});

test('a file of an unknown format that the browser cannot play is no video', async () => {
    openBrowser();
    assert.equal((await examine(file('\0\0\x01\xba'))).refusal, 'no-video');
});

test('a sound that the browser plays has no picture', async () => {
    openBrowser({ plays: true });
    assert.equal((await examine(file('\0\0\x01\xba'))).refusal, 'no-picture');
});

test('an MP4 file without its index cannot be read', async () => {
    openBrowser({ plays: true });
    assert.equal((await examine(file('\0\0\0\x18ftypisom'))).refusal, 'unreadable');
});
