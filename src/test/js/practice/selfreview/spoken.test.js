import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Refusal, Unreachable } from '#js/app/http.js';
import { hexDigestOf } from '#js/practice/attempt/take-writer.js';
import { AttemptStore } from '#js/practice/attempt/attempt-store.js';
import { SelfReviewSender } from '#js/practice/selfreview/self-review-sender.js';
import { SelfReviewStore } from '#js/practice/selfreview/self-review-store.js';
import { VoiceRecorder } from '#js/practice/selfreview/voice-recorder.js';
import { FakeClock, settled } from '#support/fake-clock.js';
import { FakeMediaRecorder } from '#support/fake-media-recorder.js';
import { fillDisk, newPhone, onDisk } from '#support/memory-indexed-db.js';
import { setGlobals } from '#support/globals.js';

const NOW = '2026-06-18T04:00:00.000Z';
const [A, B] = ['a'.repeat(64), 'b'.repeat(64)];
/** @type {SelfReviewStore} */
let store;

beforeEach(() => {
    newPhone();
    store = new SelfReviewStore(new AttemptStore());
});

/** @param {string} digest */
const spoken = (digest) => ({ digest, bytes: new TextEncoder().encode(digest).buffer, type: 'audio/webm' });

const voices = () => onDisk('kv').filter(({ key }) => key.startsWith('self-review-voice/')).map(({ digest }) => digest);

/** @param {string} voice */
const refersTo = (voice) => ({ kept: { words: '', voice, editedAt: NOW } });

test('what was spoken waits on the phone until it is kept, and only then for the server', async () => {
    await store.putVoice('one', 'chunmei', 'kept', spoken(A));
    assert.deepEqual(await store.waiting('chunmei'), []);
    assert.deepEqual((await store.get('one', 'chunmei'))?.unkept, { kept: A });
    await store.put('one', 'chunmei', refersTo(A));
    assert.equal((await store.waiting('chunmei')).length, 1);
    assert.deepEqual(voices(), [A]);
});

test('what was spoken anew takes the place of what was not kept, and leaves what was', async () => {
    await store.putVoice('one', 'chunmei', 'kept', spoken(A));
    await store.put('one', 'chunmei', refersTo(A));
    await store.putVoice('one', 'chunmei', 'kept', spoken('c'.repeat(64)));
    await store.putVoice('one', 'chunmei', 'kept', spoken(B));
    assert.deepEqual(voices(), [A, B]);
    await store.put('one', 'chunmei', refersTo(B));
    assert.deepEqual(voices(), [B]);
    await store.forget('one');
    assert.deepEqual(onDisk('kv'), []);
});

test('a phone without room says so, and what it had stays', async () => {
    await store.putVoice('one', 'chunmei', 'kept', spoken(A));
    await store.put('one', 'chunmei', refersTo(A));
    const before = onDisk('kv');
    fillDisk();
    await assert.rejects(store.putVoice('one', 'chunmei', 'kept', spoken(B)), { name: 'QuotaExceededError' });
    await assert.rejects(store.put('one', 'chunmei', refersTo(B)), { name: 'QuotaExceededError' });
    assert.deepEqual(onDisk('kv'), before);
});

test('on a full phone what can be fetched again makes room for what is spoken', async () => {
    const attempts = new AttemptStore(undefined, async () => {
        fillDisk(false);
        return true;
    });
    store = new SelfReviewStore(attempts);
    fillDisk();
    await store.putVoice('one', 'chunmei', 'kept', spoken(A));
    fillDisk();
    await store.put('one', 'chunmei', refersTo(A));
    assert.deepEqual([voices(), (await store.get('one', 'chunmei'))?.review], [[A], refersTo(A)]);
});

/** @param {(voice: string) => unknown} onVoice @param {(() => unknown)[]} [onReview] one after the other */
function senderTo(onVoice, onReview = []) {
    /** @type {string[]} */
    const calls = [];
    const api = {
        putVoice: async (/** @type {string} */ _, /** @type {any} */ { digest }) => {
            calls.push(`voice ${digest[0]}`);
            await onVoice(digest);
        },
        putSelfReview: async (/** @type {string} */ _, /** @type {any} */ review) => {
            calls.push('review');
            await onReview.shift()?.();
            return review;
        },
    };
    return { calls, sender: new SelfReviewSender(/** @type {any} */ (api), store) };
}

async function kept() {
    await store.putVoice('one', 'chunmei', 'kept', spoken(A));
    await store.put('one', 'chunmei', refersTo(A));
    return (await store.waiting('chunmei'))[0];
}

test('the sound goes first and once, also when the rest is cut off', async () => {
    const { calls, sender } = senderTo(() => {}, [() => Promise.reject(new Unreachable('cut'))]);
    await assert.rejects(sender.send(await kept()), Unreachable);
    await sender.send((await store.waiting('chunmei'))[0]);
    assert.deepEqual(calls, ['voice a', 'review', 'review']);
    assert.deepEqual(await store.waiting('chunmei'), []);
    assert.deepEqual(voices(), [A]);
});

test('a sound that the server has no more is sent again', async () => {
    const gone = () => Promise.reject(new Refusal(409, { code: 'practice.voice-not-sent' }));
    const { calls, sender } = senderTo(() => {}, [gone]);
    await sender.send(await kept());
    assert.deepEqual(calls, ['voice a', 'review', 'voice a', 'review']);
    assert.deepEqual(await store.waiting('chunmei'), []);
});

test('a sound that is refused stays on the phone with the reason, until something is changed', async () => {
    const { calls, sender } = senderTo(() => Promise.reject(new Refusal(422, { code: 'media.voice-silent' })));
    await sender.send(await kept());
    assert.deepEqual(calls, ['voice a']);
    assert.equal((await store.get('one', 'chunmei'))?.refused, 'media.voice-silent');
    assert.deepEqual(await store.waiting('chunmei'), []);
    await store.put('one', 'chunmei', refersTo(''));
    assert.equal((await store.waiting('chunmei')).length, 1);
});

test('the recorder ends by itself after a minute and gives back the microphone', async (t) => {
    const clock = new FakeClock();
    const tracks = [{ stopped: false, stop() { this.stopped = true; } }];
    setGlobals(t, {
        window: { isSecureContext: true, MediaRecorder: FakeMediaRecorder },
        MediaRecorder: FakeMediaRecorder,
        navigator: { mediaDevices: { getUserMedia: async () => ({ getTracks: () => tracks }) } },
    });
    /** @type {number[]} */
    const left = [];
    const recorded = new VoiceRecorder(clock).record((ms) => left.push(ms));
    await settled();
    await clock.pass(60_000);
    const { bytes, type } = await recorded;
    assert.equal(new TextDecoder().decode(bytes), 'last');
    assert.equal(type, 'audio/webm;codecs=opus');
    assert.equal(left[0], 60_000);
    assert.equal(left.at(-1), 0);
    assert.ok(tracks[0].stopped);
});

test('bytes are named by their digest', async () => {
    const empty = await hexDigestOf(new ArrayBuffer(0));
    assert.equal(empty, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
