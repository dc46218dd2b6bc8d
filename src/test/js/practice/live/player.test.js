import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPlayer } from '#js/practice/live/player.js';
import { FakeClock } from '#support/fake-clock.js';
import { setGlobals } from '#support/globals.js';

const PLAYLIST = '/live/fengcheng/token/as/pass/playlist.m3u8';

/** Stands in for hls.js: as its file does, it leaves its class behind. */
const LIBRARY = `data:text/javascript,${encodeURIComponent('globalThis.fetched = true;')}`;

class Video extends EventTarget {
    src = '';
    currentTime = 4;

    /** @param {string} plays */
    constructor(plays) {
        super();
        this.canPlayType = () => plays;
    }

    getStartDate() {
        return new Date('2026-06-18T12:00:00Z');
    }

    removeAttribute() {
        this.src = '';
    }

    load() {}
}

/** @param {boolean} supported by this browser */
function library(supported) {
    /** @type {{sources: string[], fail?: (_: string, fault: object) => void, recovered: number, destroyed: boolean}} */
    const seen = { sources: [], recovered: 0, destroyed: false };
    class Hls {
        static Events = { ERROR: 'error' };
        static ErrorTypes = { MEDIA_ERROR: 'media', NETWORK_ERROR: 'network' };
        static isSupported = () => supported;
        playingDate = new Date('2026-06-18T12:00:07Z');
        attachMedia() {}

        /** @param {string} _ @param {(_: string, fault: object) => void} act */
        on(_, act) {
            seen.fail = act;
        }

        /** @param {string} source */
        loadSource(source) {
            seen.sources.push(source);
        }

        recoverMediaError() {
            seen.recovered++;
        }

        destroy() {
            seen.destroyed = true;
        }
    }
    return { Hls, seen };
}

test('a browser that plays HLS itself is given the playlist, and again after a fault', async (context) => {
    setGlobals(context, { window: {}, fetched: false });
    const clock = new FakeClock();
    const video = new Video('maybe');
    const player = await openPlayer(/** @type {any} */ (video), PLAYLIST, LIBRARY, clock);
    assert.equal(video.src, PLAYLIST);
    assert.equal(player?.playingDate()?.toISOString(), '2026-06-18T12:00:04.000Z');
    video.src = '';
    video.dispatchEvent(new Event('error'));
    await clock.pass(2_000);
    assert.equal(video.src, PLAYLIST);
    player?.close();
    video.dispatchEvent(new Event('error'));
    await clock.pass(2_000);
    assert.equal(video.src, '');
    assert.equal(/** @type {any} */ (globalThis).fetched, false, 'hls.js is not fetched');
});

test('a browser that cannot gets hls.js, which comes back from faults until the page is left', async (context) => {
    const { Hls, seen } = library(true);
    setGlobals(context, { window: { MediaSource: class {} }, Hls, fetched: false });
    const clock = new FakeClock();
    const player = await openPlayer(/** @type {any} */ (new Video('')), PLAYLIST, LIBRARY, clock);
    assert.equal(/** @type {any} */ (globalThis).fetched, true);
    assert.deepEqual(seen.sources, [PLAYLIST]);
    assert.equal(player?.playingDate()?.toISOString(), '2026-06-18T12:00:07.000Z');
    seen.fail?.('error', { fatal: false, type: 'network' });
    seen.fail?.('error', { fatal: true, type: 'media' });
    seen.fail?.('error', { fatal: true, type: 'network' });
    await clock.pass(2_000);
    assert.deepEqual([seen.recovered, seen.sources.length], [1, 2]);
    seen.fail?.('error', { fatal: true, type: 'network' });
    player?.close();
    await clock.pass(2_000);
    assert.deepEqual([seen.destroyed, seen.sources.length], [true, 2]);
});

test('a browser that plays it neither way is told so', async (context) => {
    setGlobals(context, { window: {}, Hls: library(false).Hls, fetched: false });
    assert.equal(await openPlayer(/** @type {any} */ (new Video('')), PLAYLIST, LIBRARY, new FakeClock()), undefined);
});
