import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planned, recordedMs } from '#js/practice/attempt/attempt.js';
import { TakeRecorder } from '#js/practice/recording/recorder.js';
import { FakeMediaRecorder } from '#support/fake-media-recorder.js';
import { MemoryAttemptStore } from '#support/memory-attempt-store.js';
import { rest } from '#support/upload-phone.js';

/** @type {any} */
const browser = globalThis;

let store = new MemoryAttemptStore();
let track = new EventTarget();
let microphone = new EventTarget();

/** A browser with a camera, and a phone with nothing on it. */
function openBrowser() {
    store = new MemoryAttemptStore();
    track = Object.assign(new EventTarget(), { kind: 'video' });
    microphone = Object.assign(new EventTarget(), { kind: 'audio' });
    browser.document = Object.assign(new EventTarget(), { hidden: false });
    browser.window = new EventTarget();
    browser.MediaRecorder = browser.window.MediaRecorder = FakeMediaRecorder;
}

async function recording(room = Infinity, tracks = () => [track, microphone]) {
    openBrowser();
    store.room = room;
    const attempt = planned('chunmei', { title: 'Rice', format: 'sixty' });
    await store.add(attempt);
    /** @type {string[]} */
    const ends = [];
    /** @type {boolean[]} */
    const heard = [];
    const stream = /** @type {any} */ ({ getTracks: tracks });
    const take = new TakeRecorder(attempt, stream, /** @type {any} */ (store), (why) => ends.push(why), (yes) => heard.push(yes));
    return { take, ends, heard, attempt, stored: () => store.attempts.get(attempt.id)?.takes ?? [] };
}

test('without a picture, a microphone that is taken away ends the take', async () => {
    const { ends, stored } = await recording(Infinity, () => [microphone]);
    FakeMediaRecorder.latest.slice('first');
    microphone.dispatchEvent(new Event('ended'));
    await rest();
    assert.deepEqual(ends, ['interrupted']);
    assert.equal(stored()[0].type, 'audio/webm;codecs=opus');
});

test('stopped, the take has every slice, and the last one is stored before the end is reported', async () => {
    const { take, ends, stored } = await recording();
    FakeMediaRecorder.latest.slice('first');
    FakeMediaRecorder.latest.slice('');
    await take.stop();
    assert.deepEqual(stored().map(({ pieces }) => pieces.map(([size]) => size)), [[5, 4]]);
    assert.deepEqual(ends, ['stopped']);
    assert.equal(take.elapsedMs, 0);
});

for (const [what, interrupt] of /** @type {[string, () => void][]} */ ([
    ['a phone call that takes the camera', () => track.dispatchEvent(new Event('ended'))],
    ['a hidden page', () => {
        browser.document.hidden = true;
        browser.document.dispatchEvent(new Event('visibilitychange'));
    }],
    ['a page that is left', () => browser.window.dispatchEvent(new Event('pagehide'))],
    ['a fault of the recorder', () => FakeMediaRecorder.latest.dispatchEvent(new Event('error'))],
])) {
    test(`${what} ends the take with what was recorded`, async () => {
        const { ends, stored } = await recording();
        FakeMediaRecorder.latest.slice('first');
        interrupt();
        await rest();
        assert.deepEqual(stored().map(({ pieces }) => pieces.length), [2]);
        assert.deepEqual(ends, ['interrupted']);
    });
}

test('a page that is shown again does not end the take', async () => {
    const { ends } = await recording();
    browser.document.dispatchEvent(new Event('visibilitychange'));
    await rest();
    assert.deepEqual(ends, []);
    assert.equal(FakeMediaRecorder.latest.state, 'recording');
});

test('a full phone ends the take, and what was stored before stays', async () => {
    const { ends, stored } = await recording(5);
    FakeMediaRecorder.latest.slice('first');
    await rest();
    FakeMediaRecorder.latest.slice('second');
    await rest();
    assert.deepEqual(stored().map(({ pieces }) => pieces.map(([size]) => size)), [[5]]);
    assert.deepEqual(ends, ['phone-full']);
});

test('a microphone that is taken away is told at once, and the picture goes on', async () => {
    const { ends, heard, stored } = await recording();
    FakeMediaRecorder.latest.slice('first');
    microphone.dispatchEvent(new Event('mute'));
    microphone.dispatchEvent(new Event('unmute'));
    microphone.dispatchEvent(new Event('ended'));
    FakeMediaRecorder.latest.slice('second');
    await rest();
    assert.deepEqual(heard, [false, true, false]);
    assert.deepEqual([ends, FakeMediaRecorder.latest.state], [[], 'recording']);
    assert.deepEqual(stored().map(({ pieces }) => pieces.length), [2]);
});

test('a take can be ended to open the microphone anew', async () => {
    const { take, ends } = await recording();
    await take.interrupt();
    assert.deepEqual(ends, ['interrupted']);
});

test('a phone that is turned goes on in the same take', async () => {
    const { ends, stored } = await recording();
    FakeMediaRecorder.latest.slice('sideways');
    browser.window.dispatchEvent(new Event('orientationchange'));
    browser.window.dispatchEvent(new Event('resize'));
    track.dispatchEvent(new Event('configurationchange'));
    FakeMediaRecorder.latest.slice('upright');
    await rest();
    assert.deepEqual([ends, FakeMediaRecorder.latest.state], [[], 'recording']);
    assert.deepEqual(stored().map(({ take, pieces }) => [take, pieces.map(([size]) => size)]), [[1, [8, 7]]]);
});

test('where a browser cannot record a turned picture, the next take of the same attempt goes on', async () => {
    const { ends, attempt, stored } = await recording();
    FakeMediaRecorder.latest.slice('sideways');
    FakeMediaRecorder.latest.dispatchEvent(new Event('error'));
    await rest();
    const [lying] = await store.list('chunmei');
    const stream = /** @type {any} */ ({ getTracks: () => [track, microphone] });
    const again = new TakeRecorder(lying, stream, /** @type {any} */ (store), (why) => ends.push(why));
    FakeMediaRecorder.latest.slice('upright');
    await again.stop();
    assert.deepEqual(ends, ['interrupted', 'stopped']);
    assert.equal(lying.id, attempt.id);
    assert.deepEqual(stored().map(({ take, pieces }) => [take, pieces.map(([size]) => size)]), [[1, [8, 4]], [2, [7, 4]]]);
});

test('a clock that is set back and forth while it records moves no chunk and no end', async () => {
    const really = { clock: Date.now, elapsed: performance.now };
    const at = (/** @type {number} */ clock, /** @type {number} */ elapsed) => {
        Date.now = () => clock;
        performance.now = () => elapsed;
    };
    try {
        at(1_800_000_000_000, 50_000);
        const { take, stored } = await recording();
        at(1_700_000_000_000, 52_000);
        FakeMediaRecorder.latest.slice('first');
        assert.equal(take.elapsedMs, 2_000);
        at(1_900_000_000_000, 54_500);
        FakeMediaRecorder.latest.slice('second');
        await rest();
        assert.deepEqual(stored().map(({ pieces }) => pieces.map(([, ms]) => ms)), [[2_000, 4_500]]);
        const [{ startedAt, endedAt }] = stored();
        assert.equal(Date.parse(endedAt) - Date.parse(startedAt), 4_500);
    } finally {
        Date.now = really.clock;
        performance.now = really.elapsed;
    }
});

test('the next take has the next number', async () => {
    openBrowser();
    const attempt = planned('chunmei', { title: '', format: '' });
    attempt.takes.push({ take: 3, type: 'video/webm', startedAt: '', endedAt: '', pieces: [[1, 2_000]], safe: [] });
    const take = new TakeRecorder(attempt, /** @type {any} */ ({ getTracks: () => [] }), /** @type {any} */ (store), () => {});
    assert.equal(take.take, 4);
    assert.equal(recordedMs(attempt), 2_000);
});
