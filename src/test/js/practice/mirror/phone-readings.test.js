import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phoneReadings } from '#js/practice/mirror/phone-readings.js';
import { SignalTrack } from '#js/practice/signals/signal-track.js';

const SPOKEN = { voiced: 0b1111111111, syllables: 4, voiceDb: -25, noiseDb: -55, clippedTenths: 0 };
const QUIET = { voiced: 0, syllables: 0, noiseDb: -50, clippedTenths: 0 };

/** What a phone stored of a take that it heard second by second. @param {any[]} heard */
async function stored(heard) {
    /** @type {Map<number, any>} */
    const blocks = new Map();
    let elapsedMs = 0;
    const track = new SignalTrack({ putSignals: async (block) => void blocks.set(block.block, block) }, 'a', 1, () => elapsedMs);
    for (const reading of heard) {
        elapsedMs += 1_000;
        track.addSound(reading);
    }
    await track.end();
    return [...blocks.values()];
}

/** @param {number} seconds recorded of the one take */
const attempt = (seconds) => /** @type {any} */ ({
    id: 'a', plan: {}, marks: [], takes: [{ take: 1, pieces: [[9, seconds * 1_000]], safe: [] }],
});

test('the phone tells how long it listened, how much was speech, and how the voice stood over the room', async () => {
    const louder = { ...SPOKEN, voiceDb: -20, clippedTenths: 3 };
    const blocks = await stored([SPOKEN, SPOKEN, louder, QUIET]);
    assert.deepEqual(await phoneReadings(attempt(4), async () => blocks), {
        listenedMs: 4_000, speechMs: 3_000, syllables: 12, voiceOverNoiseDb: 30, loudMs: 1_000,
    });
});

test('where nobody spoke there is no voice to tell of', async () => {
    const blocks = await stored([QUIET, QUIET]);
    assert.deepEqual(await phoneReadings(attempt(2), async () => blocks), { listenedMs: 2_000, speechMs: 0, syllables: 0, loudMs: 0 });
});

test('what was heard after the last stored byte is not told, and of what nobody heard nothing is', async () => {
    const blocks = await stored([SPOKEN, SPOKEN, SPOKEN]);
    assert.equal((await phoneReadings(attempt(2), async () => blocks))?.listenedMs, 2_000);
    assert.equal(await phoneReadings(attempt(2), async () => []), undefined);
});
