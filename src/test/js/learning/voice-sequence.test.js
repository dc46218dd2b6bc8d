import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSequence } from '../../../main/web/js/learning/voice/sequence.js';

function player({ refuses = false } = {}) {
    /** @type {Record<string, () => void>} */
    const listeners = {};
    const audio = {
        currentTime: 0,
        playing: false,
        play: async () => {
            if (refuses) {
                throw new Error('none');
            }
            audio.playing = true;
        },
        pause: () => {
            audio.playing = false;
        },
        addEventListener: (/** @type {string} */ kind, /** @type {() => void} */ listener) => (listeners[kind] = listener),
    };
    /** @type {number[]} */
    const heard = [];
    const sequence = createSequence(/** @type {any} */ (audio), (at) => heard.push(at));
    const at = (/** @type {number} */ seconds) => {
        audio.currentTime = seconds;
        listeners.timeupdate();
    };
    return { audio, sequence, heard, at, listeners };
}

const QUESTION = { from: 5000, until: 6000 };
const CHOICE = { from: 1000, until: 2000 };

test('the parts are heard in their order wherever they are in the recording', () => {
    const { audio, sequence, heard, at } = player();
    sequence.play([QUESTION, CHOICE]);
    assert.equal(audio.currentTime, 5);
    at(5.5);
    at(6.1);
    assert.equal(audio.currentTime, 1);
    assert.ok(audio.playing);
    at(2);
    assert.ok(!audio.playing);
    assert.deepEqual(heard, [0, 1, -1]);
});

test('stopped, nothing more is heard', () => {
    const { audio, sequence, heard, at } = player();
    sequence.play([QUESTION, CHOICE]);
    sequence.stop();
    at(6.1);
    assert.equal(audio.currentTime, 6.1);
    sequence.stop();
    assert.deepEqual(heard, [0, -1]);
});

test('the last part may end with the recording', () => {
    const { audio, sequence, heard, listeners } = player();
    sequence.play([QUESTION]);
    audio.currentTime = 6;
    listeners.ended();
    assert.deepEqual(heard, [0, -1]);
});

test('what cannot be played ends at once, and so does nothing', async () => {
    console.warn = () => {};
    const { sequence, heard } = player({ refuses: true });
    sequence.play([QUESTION]);
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.deepEqual(heard, [0, -1]);
    sequence.play([]);
    assert.deepEqual(heard, [0, -1]);
});
