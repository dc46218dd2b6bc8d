/**
 * When somebody spoke in a recording, where they paused, and how fast they were.
 *
 * @typedef {import('./spans.js').Span} Span
 *
 * @typedef {object} SoundSecond
 * @property {number} ms recorded before it
 * @property {import('../signals/sound-meter.js').SoundReading} sound
 */

import { TENTHS } from '../signals/sound-meter.js';
import { length, overlap, SECOND_MS } from './spans.js';

const TENTH_MS = 100;
/** Sounds without voice, such as "s" or the stop before a "k", are no pause. */
const LONGEST_UNVOICED = 3;
/** What is shorter is a breath. */
const SHORTEST_PAUSE_MS = 500;

/** Pace is looked at over so many seconds, of which so much must be speech. */
const WINDOW_SECONDS = 15;
export const LEAST_SPEECH_MS = 5_000;

/**
 * @param {SoundSecond[]} sounds in their order
 * @returns {{speech: Span[], pauses: Span[], listenedMs: number, speechMs: number}} pauses are also the quiet before the
 *     first word and after the last; where nobody listened there is neither
 */
export function speechOf(sounds) {
    const speech = [];
    const pauses = [];
    for (const stretch of stretches(sounds)) {
        const voiced = stretch.flatMap(({ sound }) => Array.from({ length: TENTHS }, (_, i) => (sound.voiced >> i) % 2 === 1));
        const from = stretch[0].ms;
        const at = (/** @type {number} */ tenth) => Math.round(from + tenth * TENTH_MS);
        let quietSince = 0;
        for (const [begin, end] of runs(voiced)) {
            pauses.push({ fromMs: at(quietSince), toMs: at(begin) });
            speech.push({ fromMs: at(begin), toMs: at(end) });
            quietSince = end;
        }
        pauses.push({ fromMs: at(quietSince), toMs: at(voiced.length) });
    }
    return {
        speech,
        pauses: pauses.filter((pause) => length(pause) >= SHORTEST_PAUSE_MS),
        listenedMs: sounds.length * SECOND_MS,
        speechMs: speech.reduce((sum, span) => sum + length(span), 0),
    };
}

/**
 * Syllables a second while there is speech, pauses left out.
 *
 * @param {SoundSecond[]} sounds
 * @param {Span[]} speech
 * @returns {{whole: number | undefined, windows: (Span & {pace: number})[]}} nothing where there was too little speech
 */
export function paceOf(sounds, speech) {
    const paceIn = (/** @type {SoundSecond[]} */ seconds, /** @type {number} */ least) => {
        const spoken = seconds.reduce((sum, { ms }) => sum + overlap(speech, ms, ms + SECOND_MS), 0);
        const syllables = seconds.reduce((sum, { sound }) => sum + sound.syllables, 0);
        return spoken >= least ? (syllables * SECOND_MS) / spoken : undefined;
    };
    const windows = [];
    for (let i = 0; i < sounds.length; i += WINDOW_SECONDS) {
        const seconds = sounds.slice(i, i + WINDOW_SECONDS);
        const pace = paceIn(seconds, LEAST_SPEECH_MS);
        if (pace !== undefined) {
            windows.push({ fromMs: seconds[0].ms, toMs: seconds[seconds.length - 1].ms + SECOND_MS, pace });
        }
    }
    return { whole: paceIn(sounds, LEAST_SPEECH_MS), windows };
}

/** Seconds that follow each other without a hole. @param {SoundSecond[]} sounds */
function stretches(sounds) {
    /** @type {SoundSecond[][]} */
    const found = [];
    sounds.forEach((second, i) => {
        if (i > 0 && second.ms - sounds[i - 1].ms < 1.5 * SECOND_MS) {
            found[found.length - 1].push(second);
        } else {
            found.push([second]);
        }
    });
    return found;
}

/** Where speech begins and ends, in tenths. @param {boolean[]} voiced @returns {[number, number][]} */
function runs(voiced) {
    /** @type {[number, number][]} */
    const found = [];
    voiced.forEach((voice, tenth) => {
        const before = found[found.length - 1];
        if (voice && before && tenth - before[1] <= LONGEST_UNVOICED) {
            before[1] = tenth + 1;
        } else if (voice) {
            found.push([tenth, tenth + 1]);
        }
    });
    return found;
}
