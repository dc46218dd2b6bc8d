import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SignalTrack, unpacked } from '#js/practice/signals/signal-track.js';
import { settled } from '#support/fake-clock.js';

const SOUND = { voiced: 0b1000000001, syllables: 4, voiceDb: -23, noiseDb: -55, clippedTenths: 2 };
const SILENT = { voiced: 0, syllables: 0, noiseDb: -66, clippedTenths: 0 };
const PICTURE = { brightness: 47, backlight: -12, sharpness: 33, shift: 1.5 };

/** A phone whose recorder runs, and what it has stored. */
function phone() {
    const stored = new Map();
    const state = { ms: 0, fails: 0, full: false };
    const store = {
        putSignals: async (/** @type {import('#js/practice/signals/signal-track.js').SignalBlock} */ block) => {
            if (state.full || state.fails-- > 0) {
                throw new Error('not stored');
            }
            stored.set(block.block, block);
        },
    };
    const track = new SignalTrack(store, 'an-attempt', 1, () => state.ms);
    const read = () => unpacked([...stored.values()].sort((one, other) => one.block - other.block));
    return { state, track, read, stored };
}

test('what is stored is what was measured, to the part it is kept in', async () => {
    const { state, track, read } = phone();
    state.ms = 1_250;
    track.addSound(SOUND);
    track.addPicture(PICTURE);
    state.ms = 2_250;
    track.addSound(SILENT);
    await track.end();
    const { soundMs, seconds } = read();
    assert.equal(soundMs, 250);
    assert.deepEqual(seconds.slice(0, 3).map(({ sound }) => sound), [SOUND, SILENT, undefined]);
    assert.deepEqual(seconds[1].picture, PICTURE);
    assert.deepEqual(Object.values(seconds[0].picture), [undefined, undefined, undefined, undefined]);
});

test('a phone that dies loses two seconds at most', async () => {
    const { state, track, read } = phone();
    for (let second = 1; second <= 95; second++) {
        state.ms = 1_000 * second;
        track.addSound(SOUND);
        track.addPicture(PICTURE);
    }
    await settled();
    assert.ok(read().seconds.filter(({ sound }) => sound).length >= 93);
});

test('sound and picture of the same second are kept together over the end of a block', async () => {
    const { state, track, read } = phone();
    for (let second = 1; second <= 190; second++) {
        state.ms = 1_000 * second - 100;
        track.addPicture(PICTURE);
        state.ms = 1_000 * second + 300;
        track.addSound({ ...SOUND, syllables: second % 10 });
    }
    await track.end();
    const { soundMs, seconds } = read();
    assert.equal(soundMs, 300);
    assert.deepEqual(seconds.slice(0, 190).map(({ sound }) => sound?.syllables), Array.from({ length: 190 }, (_, i) => (i + 1) % 10));
    assert.ok(seconds.slice(0, 190).every(({ picture }) => picture.brightness === 47));
});

test('a message that came late moves nothing, one that came in time tells how late it was', async () => {
    const { state, track, read } = phone();
    for (const ms of [1_900, 2_500, 3_800, 4_500]) {
        state.ms = ms;
        track.addSound(SOUND);
    }
    await track.end();
    const { soundMs, seconds } = read();
    assert.equal(soundMs, 500);
    assert.deepEqual(seconds.slice(0, 5).map(({ sound }) => sound !== undefined), [true, true, true, true, false]);
});

for (const [when, before] of /** @type {[string, number[]][]} */ ([
    ['as the take begins', []],
    ['in the middle of it', [1_000, 2_000, 3_000]],
])) {
    test(`a page that is busy for seconds ${when} moves no sound`, async () => {
        const { state, track, read } = phone();
        const begun = before.length;
        const together = [4_900, 4_910, 4_920, 4_930].map((ms) => ms + 1_000 * begun);
        [...before, ...together, 5_000 + 1_000 * begun, 6_000 + 1_000 * begun].forEach((ms, second) => {
            state.ms = ms;
            track.addSound({ ...SOUND, syllables: second });
        });
        await track.end();
        const { seconds } = read();
        const heard = begun + 6;
        const order = seconds.slice(0, heard).map(({ sound }) => sound?.syllables);
        assert.deepEqual(order, Array.from({ length: heard }, (_, second) => second));
    });
}

test('while nobody listened there is a hole', async () => {
    const { state, track, read } = phone();
    for (const ms of [1_000, 2_000, 7_000, 8_000]) {
        state.ms = ms;
        track.addSound(SOUND);
    }
    await track.end();
    assert.deepEqual(
        read().seconds.slice(0, 9).map(({ sound }) => sound !== undefined),
        [true, true, false, false, false, false, true, true, false],
    );
});

test('of two pictures in a second the farther movement counts', async () => {
    const { state, track, read } = phone();
    state.ms = 1_100;
    track.addPicture({ ...PICTURE, shift: 3 });
    state.ms = 1_600;
    track.addPicture({ brightness: 50, backlight: 0 });
    await track.end();
    assert.deepEqual(read().seconds[1].picture, { brightness: 50, backlight: 0, sharpness: undefined, shift: 3 });
});

test('three hours take 108 kB, and a full phone does not end the recording', async (t) => {
    const { state, track, stored } = phone();
    for (let second = 1; second <= 10_800; second++) {
        state.ms = 1_000 * second;
        track.addSound(SOUND);
    }
    await track.end();
    assert.equal([...stored.values()].reduce((sum, { bytes }) => sum + bytes.length, 0), 108_000);
    t.mock.method(console, 'warn', () => {});
    state.full = true;
    state.ms += 1_000;
    track.addSound(SOUND);
    await track.end();
});

test('a store that fails for a moment costs no second, and is said once', async (t) => {
    let warned = 0;
    t.mock.method(console, 'warn', () => void warned++);
    const { state, track, read } = phone();
    for (let second = 1; second <= 130; second++) {
        state.ms = 1_000 * second;
        state.fails = [2, 58, 120].includes(second) ? 1 : 0;
        track.addSound(SOUND);
        await settled();
    }
    await track.end();
    assert.deepEqual(read().seconds.slice(0, 130).map(({ sound }) => sound?.syllables), Array(130).fill(SOUND.syllables));
    assert.equal(warned, 1);
});

test('blocks that could not be stored for minutes are stored once they can be', async (t) => {
    t.mock.method(console, 'warn', () => {});
    const { state, track, read } = phone();
    state.full = true;
    for (let second = 1; second <= 250; second++) {
        state.ms = 1_000 * second;
        state.full = second < 240;
        track.addSound(SOUND);
        await settled();
    }
    assert.equal(read().seconds.filter(({ sound }) => sound).length, 250);
});

test('what fails at the very end is tried once more', async (t) => {
    t.mock.method(console, 'warn', () => {});
    const { state, track, read } = phone();
    state.ms = 1_000;
    track.addSound(SOUND);
    state.fails = 1;
    await track.end();
    assert.deepEqual(read().seconds[0].sound, SOUND);
});
