import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listen } from '#js/practice/signals/microphone.js';
import { FakeClock } from '#support/fake-clock.js';
import { setGlobals } from '#support/globals.js';

const READING = { voiced: 0, syllables: 0, noiseDb: -60, clippedTenths: 0 };

/** The browser's sound as far as it is used. */
class Sound {
    state = 'suspended';
    resumes = 0;
    /** Whether it goes on when it is asked to. */
    goesOn = true;
    connected = false;
    /** @type {(() => void) | null} */ onstatechange = null;
    audioWorklet = { addModule: async () => {} };

    async resume() {
        this.resumes++;
        if (!this.goesOn) {
            throw new DOMException('a call', 'InvalidStateError');
        }
        this.turn('running');
    }

    close() {
        this.turn('closed');
    }

    /** @param {string} state */
    turn(state) {
        this.state = state;
        this.onstatechange?.();
    }

    createMediaStreamSource() {
        return { connect: () => (this.connected = true), disconnect: () => (this.connected = false) };
    }
}

/** @param {import('node:test').TestContext} context */
async function listening(context) {
    /** @type {unknown[]} */
    const warnings = [];
    context.mock.method(console, 'warn', (/** @type {unknown[]} */ ...parts) => void warnings.push(parts[0]));
    const sound = new Sound();
    const port = { onmessage: /** @type {((message: {data: object}) => void) | null} */ (null) };
    const browser = {
        AudioContext: function AudioContext() {
            return sound;
        },
        AudioWorkletNode: function AudioWorkletNode() {
            return { port };
        },
    };
    setGlobals(context, { ...browser, window: browser });
    const clock = new FakeClock();
    /** @type {unknown[]} */
    const told = [];
    const stream = /** @type {any} */ ({ getAudioTracks: () => [{}] });
    const microphone = await listen(stream, 'voice.js', clock, {
        onVoice: (agoMs) => told.push(agoMs),
        onReading: () => told.push('reading'),
        onHearing: (hears) => told.push(hears),
    });
    const measure = () => port.onmessage?.({ data: { reading: READING } });
    /** @param {number} seconds */
    const hear = async (seconds) => {
        for (let second = 0; second < seconds; second++) {
            await clock.pass(1_000);
            measure();
        }
    };
    return { microphone, sound, clock, told, port, hear, warnings };
}

test('what is measured is handed on, and as long as it is, nothing else is said', async (context) => {
    const { told, hear, port, warnings } = await listening(context);
    port.onmessage?.({ data: { voice: { speaking: true, agoMs: 128 } } });
    port.onmessage?.({ data: { voice: { speaking: false, agoMs: 400 } } });
    await hear(60);
    assert.deepEqual([told[0], told.length, new Set(told.slice(1))], [128, 61, new Set(['reading'])]);
    assert.deepEqual(warnings, []);
});

test('sound that is interrupted is asked to go on at once, and nobody need know', async (context) => {
    const { sound, told, hear } = await listening(context);
    await hear(3);
    sound.turn('interrupted');
    assert.equal(sound.state, 'running');
    await hear(3);
    assert.ok(!told.includes(false));
});

test('where the sound stays away it is said once, asked for again and again, and said when it is back', async (context) => {
    const { sound, told, hear, clock, warnings } = await listening(context);
    await hear(2);
    sound.goesOn = false;
    sound.turn('suspended');
    await clock.pass(20_000);
    assert.deepEqual(told, ['reading', 'reading', false]);
    assert.ok(sound.resumes > 10);
    sound.goesOn = true;
    await clock.pass(1_000);
    assert.equal(sound.state, 'running');
    await hear(2);
    assert.deepEqual(told, ['reading', 'reading', false, true, 'reading', 'reading']);
    assert.match(String(warnings), /no sound is measured any more/);
});

test('sound that stops again whenever it goes on is asked once a second', async (context) => {
    const { sound, clock } = await listening(context);
    const { resumes } = sound;
    sound.resume = async () => {
        sound.resumes++;
        sound.turn('running');
        sound.turn('suspended');
    };
    sound.turn('suspended');
    await clock.pass(10_000);
    assert.equal(sound.resumes - resumes, 11);
});

test('sound that runs and brings nothing, as where its parts were collected, is told, too', async (context) => {
    const { told, clock } = await listening(context);
    await clock.pass(60_000);
    assert.deepEqual(told, [false]);
});

test('a page that was busy for a while, and has the readings only then, takes nobody for deaf', async (context) => {
    const { told, clock, port } = await listening(context);
    // A timer that is late runs once, however late it is.
    const look = clock.after;
    clock.after = (ms, run) => look(ms * 4, run);
    await clock.pass(1_000);
    for (let second = 0; second < 16; second++) {
        await clock.pass(4_000);
        Array.from({ length: 4 }, () => port.onmessage?.({ data: { reading: READING } }));
    }
    assert.equal(told.filter((what) => what !== 'reading').length, 0);
});

test('closed, it says and asks nothing any more', async (context) => {
    const { microphone, sound, told, clock } = await listening(context);
    assert.ok(sound.connected);
    microphone?.close();
    microphone?.close();
    assert.deepEqual([sound.connected, sound.state], [false, 'closed']);
    const { resumes } = sound;
    await clock.pass(60_000);
    assert.deepEqual([told, sound.resumes], [[], resumes]);
});

test('a phone that lets no sound begin cannot listen', async (context) => {
    const sound = new Sound();
    const browser = { AudioContext: function AudioContext() {
        return sound;
    }, AudioWorkletNode: class {} };
    context.mock.method(console, 'warn', () => {});
    setGlobals(context, { ...browser, window: browser });
    sound.goesOn = false;
    const stream = /** @type {any} */ ({ getAudioTracks: () => [{}] });
    assert.equal(await listen(stream, 'voice.js', new FakeClock(), {}), undefined);
    assert.equal(sound.state, 'closed');
});

test('a phone that has no sound left to give cannot listen', async (context) => {
    context.mock.method(console, 'warn', () => {});
    const browser = { AudioContext: function AudioContext() {
        throw new DOMException('too many', 'NotSupportedError');
    }, AudioWorkletNode: class {} };
    setGlobals(context, { ...browser, window: browser });
    assert.equal(await listen(/** @type {any} */ ({ getAudioTracks: () => [{}] }), 'voice.js', new FakeClock(), {}), undefined);
});

test('a phone without AudioWorklet cannot listen', async (context) => {
    setGlobals(context, { window: {} });
    assert.equal(await listen(/** @type {any} */ ({ getAudioTracks: () => [{}] }), 'voice.js', new FakeClock(), {}), undefined);
});
