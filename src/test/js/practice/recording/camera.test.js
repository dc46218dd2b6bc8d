import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesFor, closeCamera, hasTwoCameras, megabytesFor, openCamera, recordedType } from '#js/practice/recording/camera.js';
import { setGlobals } from '#support/globals.js';

/**
 * A phone's browser for one test.
 *
 * @param {import('node:test').TestContext} context
 * @param {object} [phone]
 * @param {boolean} [phone.secure]
 * @param {string[] | null} [phone.records] what its recorder takes; null without one
 * @param {((wanted: MediaStreamConstraints) => Promise<any>) | null} [phone.open] null where pages have no camera
 * @param {string[]} [phone.devices]
 */
function phone(context, { secure = true, records = ['video/webm;codecs=vp8,opus'], open = async () => ({}), devices = [] } = {}) {
    const MediaRecorder = records && { isTypeSupported: (/** @type {string} */ type) => records.includes(type) };
    const mediaDevices = open && {
        getUserMedia: open,
        enumerateDevices: async () => devices.map((kind) => ({ kind })),
    };
    setGlobals(context, {
        window: { isSecureContext: secure, ...(records && { MediaRecorder }) },
        MediaRecorder,
        navigator: { mediaDevices },
    });
}

test('a minute of recording is about five megabytes', () => {
    assert.equal(bytesFor(60), 4_800_000);
});

test('without a picture it is a twentieth of that, and never said to be nothing', () => {
    assert.equal(bytesFor(60, true) * 20, bytesFor(60));
    assert.deepEqual([megabytesFor(60), megabytesFor(60, true), megabytesFor(5, true)], ['5', '0.2', '0.1']);
});

test('without a picture the microphone alone is asked for, in a type for sound', async (context) => {
    /** @type {any[]} */
    const asked = [];
    phone(context, { records: ['audio/webm;codecs=opus'], open: async (wanted) => asked.push(wanted) });
    await openCamera('user', true);
    assert.equal(asked[0].video, false);
    assert.equal(recordedType(true), 'audio/webm;codecs=opus');
    await assert.rejects(async () => recordedType(), { reason: 'cannot-record' });
});

test('of what the browser records, the type that is played back everywhere comes first', (context) => {
    phone(context, { records: ['video/webm;codecs=vp8,opus', 'video/mp4;codecs=avc1.42E01E,opus'] });
    assert.equal(recordedType(), 'video/mp4;codecs=avc1.42E01E,opus');
});

for (const [what, records] of /** @type {[string, string[] | null][]} */ ([
    ['without a recorder', null],
    ['with a recorder of other types', ['video/x-matroska']],
])) {
    test(`a browser ${what} is told so before it asks for the camera`, async (context) => {
        phone(context, { records, open: async () => assert.fail('it asked') });
        await assert.rejects(openCamera('user'), { reason: 'cannot-record' });
    });
}

test('the front or the back camera is asked for with few pixels, and sound without echo', async (context) => {
    /** @type {any[]} */
    const asked = [];
    phone(context, { open: async (wanted) => asked.push(wanted) });
    await openCamera('environment');
    const [{ video, audio }] = asked;
    assert.deepEqual([video.facingMode, video.width, video.height], [{ ideal: 'environment' }, { ideal: 854 }, { ideal: 480 }]);
    assert.equal(video.frameRate.max, 30);
    assert.deepEqual(audio, { echoCancellation: true, noiseSuppression: true });
});

test('a page that came over an insecure line has no camera', async (context) => {
    phone(context, { secure: false });
    await assert.rejects(openCamera('user'), { reason: 'insecure' });
});

test('an old browser whose pages have no camera cannot record', async (context) => {
    phone(context, { open: null });
    await assert.rejects(openCamera('user'), { reason: 'cannot-record' });
});

for (const [name, reason] of [
    ['NotAllowedError', 'camera-refused'], ['SecurityError', 'camera-refused'], ['NotFoundError', 'no-camera'],
    ['OverconstrainedError', 'no-camera'], ['NotReadableError', 'camera-busy'], ['AbortError', 'camera-busy'],
    ['TypeError', 'cannot-record'],
]) {
    test(`${name} is told as ${reason}`, async (context) => {
        const fault = Object.assign(new Error(name), { name });
        phone(context, { open: async () => Promise.reject(fault) });
        await assert.rejects(openCamera('user'), { reason, cause: fault });
    });
}

test('only a phone with two cameras can switch', async (context) => {
    phone(context, { devices: ['videoinput', 'audioinput'] });
    assert.equal(await hasTwoCameras(), false);
    phone(context, { devices: ['videoinput', 'audioinput', 'videoinput'] });
    assert.equal(await hasTwoCameras(), true);
});

test('a closed camera films no longer; one that was never open is no fault', () => {
    let stopped = 0;
    closeCamera(/** @type {any} */ ({ getTracks: () => [{ stop: () => stopped++ }, { stop: () => stopped++ }] }));
    closeCamera(undefined);
    assert.equal(stopped, 2);
});
