/**
 * What a trainee is shown of a rehearsal right after it: how it sounded and looked, where, and the one thing to try
 * next. Bands in words, never a score; computed on the phone, for the trainee alone.
 *
 * @typedef {import('./spans.js').Span} Span
 *
 * @typedef {object} Bands where good ends, as the county sets it
 * @property {number} slowBelow syllables a second while speaking
 * @property {number} hurriedFrom
 * @property {number} silenceFromMs a longest pause that is too long
 * @property {number} littleSpeechBelow share of the time, from 0 to 1
 * @property {number} faintBelow voice over the room's noise, in dB
 * @property {number} loudFrom share of the seconds with sound that was cut off for being too loud
 * @property {number} darkBelow brightness, from 0 to 100
 * @property {number} backlitFrom by how much the rim is brighter, from 0 to 100
 * @property {number} backlitBelow only a middle that is darker than this counts as lit from behind
 * @property {number} shakyFrom movement from picture to picture, in hundredths of the longer side
 * @property {number} blurredBelow sharpness, from 0 to 100
 * @property {number} pictureFaultFrom share of the seconds from which on a fault of the picture counts
 *
 * @typedef {object} Finding
 * @property {'pace' | 'silence' | 'share' | 'voice' | 'loud' | 'light' | 'backlight' | 'steady' | 'sharp'} topic
 * @property {'good' | 'slow' | 'hurried' | 'long' | 'little' | 'faint' | 'some' | 'none'} band
 * @property {Span[]} spans where it was not good, the one to look at first
 *
 * @typedef {object} Measured
 * @property {number} lengthMs recorded in all
 * @property {(import('./speech.js').SoundSecond)[]} sounds
 * @property {(import('./picture.js').PictureSecond)[]} pictures
 * @property {import('./steps.js').PlannedStep[]} planned
 * @property {{ref: string, ms: number}[]} begun
 * @property {string[]} products
 * @property {{heard: boolean, ms: number, answeredAfterMs?: number}[]} asked
 */

import { pictureOf } from './picture.js';
import { length, longestFirst, spansOf } from './spans.js';
import { paceOf, speechOf } from './speech.js';
import { compared, productsTaken, stepsTaken } from './steps.js';

const MOST_SPANS = 5;
/** Two seconds that were good belong to the fault around them. */
const LONGEST_GAP_MS = 2_000;

/**
 * @param {Measured} measured
 * @param {Bands} bands
 */
export function mirrorOf(measured, bands) {
    const findings = [...soundFindings(measured.sounds, bands), ...pictureFindings(measured.pictures, bands)];
    const steps = stepsTaken(measured.planned, measured.begun, measured.lengthMs);
    return {
        lengthMs: measured.lengthMs,
        findings,
        steps,
        products: productsTaken(steps, measured.products),
        next: tryNext(findings, steps, { asked: measured.asked, listened: measured.sounds.length > 0 }),
    };
}

/** @param {Measured['sounds']} sounds @param {Bands} bands @returns {Finding[]} */
function soundFindings(sounds, bands) {
    if (sounds.length === 0) {
        return [];
    }
    const { speech, pauses, listenedMs, speechMs } = speechOf(sounds);
    if (speechMs === 0) {
        return [{ topic: 'voice', band: 'none', spans: [] }];
    }
    return [
        ...pace(sounds, speech, bands),
        silence(pauses, bands),
        { topic: 'share', band: speechMs / listenedMs < bands.littleSpeechBelow ? 'little' : 'good', spans: [] },
        voice(sounds, bands),
        loud(sounds, bands),
    ];
}

/** @param {number} pace syllables a second @param {Pick<Bands, 'slowBelow' | 'hurriedFrom'>} bands */
export function paceBand(pace, { slowBelow, hurriedFrom }) {
    return pace < slowBelow ? 'slow' : pace >= hurriedFrom ? 'hurried' : 'good';
}

/** @param {Measured['sounds']} sounds @param {Span[]} speech @param {Bands} bands @returns {Finding[]} */
function pace(sounds, speech, { slowBelow, hurriedFrom }) {
    const { whole, windows } = paceOf(sounds, speech);
    if (whole === undefined) {
        return [];
    }
    const band = paceBand(whole, { slowBelow, hurriedFrom });
    const middle = (slowBelow + hurriedFrom) / 2;
    const farthest = windows
        .filter((window) => (band === 'slow' ? window.pace < slowBelow : window.pace >= hurriedFrom))
        .sort((one, other) => Math.abs(other.pace - middle) - Math.abs(one.pace - middle));
    return [{ topic: 'pace', band, spans: farthest.map(({ fromMs, toMs }) => ({ fromMs, toMs })).slice(0, MOST_SPANS) }];
}

/** @param {Span[]} pauses @param {Bands} bands @returns {Finding} */
function silence(pauses, { silenceFromMs }) {
    const longest = longestFirst(pauses);
    const long = longest.filter((pause) => length(pause) >= silenceFromMs);
    return long.length > 0
        ? { topic: 'silence', band: 'long', spans: long.slice(0, MOST_SPANS) }
        : { topic: 'silence', band: 'good', spans: longest.slice(0, 1) };
}

/** @param {Measured['sounds']} sounds @param {Bands} bands @returns {Finding} */
function voice(sounds, { faintBelow }) {
    const isFaint = (/** @type {Measured['sounds'][0]} */ second) => overNoise(second) < faintBelow;
    return /** @type {number} */ (voiceOverNoise(sounds)) < faintBelow
        ? { topic: 'voice', band: 'faint', spans: longestOf(sounds.filter(isSpoken).filter(isFaint)) }
        : { topic: 'voice', band: 'good', spans: [] };
}

/** @param {Measured['sounds'][0]} second */
const isSpoken = ({ sound }) => sound.voiceDb !== undefined;

/** @param {Measured['sounds'][0]} second */
const overNoise = ({ sound: { voiceDb = 0, noiseDb } }) => voiceDb - noiseDb;

/**
 * By how many dB the voice was louder than the room: the middle of all seconds; nothing where nobody spoke.
 *
 * @param {Measured['sounds']} sounds
 * @returns {number | undefined}
 */
export function voiceOverNoise(sounds) {
    const over = sounds.filter(isSpoken).map(overNoise);
    return over.sort((one, other) => one - other)[over.length >> 1];
}

/** @param {Measured['sounds']} sounds @param {Bands} bands @returns {Finding} */
function loud(sounds, { loudFrom }) {
    const cut = sounds.filter(({ sound }) => sound.clippedTenths > 0);
    return cut.length / sounds.length >= loudFrom
        ? { topic: 'loud', band: 'some', spans: longestOf(cut) }
        : { topic: 'loud', band: 'good', spans: [] };
}

/** @param {Measured['pictures']} pictures @param {Bands} bands @returns {Finding[]} */
function pictureFindings(pictures, bands) {
    return Object.entries(pictureOf(pictures, bands)).flatMap(([topic, fault]) => {
        if (!fault) {
            return [];
        }
        const counts = fault.share >= bands.pictureFaultFrom;
        return [/** @type {Finding} */ ({
            topic, band: counts ? 'some' : 'good', spans: counts ? longestFirst(fault.spans).slice(0, MOST_SPANS) : [],
        })];
    });
}

/** The longest stretches of seconds near each other. @param {{ms: number}[]} seconds */
function longestOf(seconds) {
    return longestFirst(spansOf(seconds.map(({ ms }) => ms), LONGEST_GAP_MS)).slice(0, MOST_SPANS);
}

/** What is looked at first: to be heard and seen comes before how one speaks, and viewers before the clock. */
const ORDER = ['voice', 'loud', 'light', 'backlight', 'unanswered', 'silence', 'share', 'pace', 'steady', 'sharp', 'left-out', 'longer'];

/**
 * @param {Finding[]} findings
 * @param {import('./steps.js').StepTaken[]} steps
 * @param {{asked: Measured['asked'], listened: boolean}} known
 * @returns {{what: string, atMs?: number, step?: string}} `what` names a sentence of the page
 */
export function tryNext(findings, steps, { asked, listened }) {
    /** @type {Map<string, {what: string, atMs?: number, step?: string}>} */
    const wishes = new Map();
    for (const { topic, band, spans } of findings) {
        if (band !== 'good') {
            wishes.set(topic, { what: `${topic}-${band}`, ...(spans.length > 0 && { atMs: spans[0].fromMs }) });
        }
    }
    const unanswered = asked.filter((one) => one.heard && one.answeredAfterMs === undefined);
    if (unanswered.length * 2 > asked.length) {
        wishes.set('unanswered', { what: 'unanswered', atMs: unanswered[0].ms });
    }
    for (const step of steps) {
        const outcome = compared(step);
        if (['left-out', 'longer'].includes(outcome) && !wishes.has(outcome)) {
            wishes.set(outcome, { what: `step-${outcome}`, step: step.title, ...(step.atMs !== undefined && { atMs: step.atMs }) });
        }
    }
    const first = ORDER.find((topic) => wishes.has(topic));
    return (first && wishes.get(first)) || { what: listened ? 'all-well' : 'look-yourself' };
}
