/**
 * The mirror of a recording that this phone has not listened to: a video of the gallery, one that was recorded on another
 * phone or on site. It says what the server measured; and what only a listening phone can tell where the phone that
 * recorded told the server, though not at which second.
 *
 * @typedef {import('./mirror.js').Finding} Finding
 * @typedef {{kind: 'silent' | 'dark' | 'black' | 'frozen' | 'blurred', fromMs: number, toMs: number}} MeasuredSpan
 */

import { paceBand, tryNext } from './mirror.js';
import { length, longestFirst } from './spans.js';
import { LEAST_SPEECH_MS } from './speech.js';
import { productsTaken } from './steps.js';

/** Of a recording that is silent for so much of its length, the pauses are not what is wrong. */
const NOTHING_HEARD = 0.95;
const MOST_SPANS = 5;

/**
 * @typedef {object} ServerMeasured
 * @property {number} lengthMs
 * @property {boolean} soundOnly
 * @property {MeasuredSpan[]} spans
 * @property {import('./steps.js').StepTaken[]} steps
 * @property {string[]} products their names, in the order of the show
 * @property {import('./mirror.js').Measured['asked']} asked
 * @property {import('./phone-readings.js').PhoneReadings} [heard] by the phone that recorded it
 *
 * @param {ServerMeasured} measured
 * @param {import('./mirror.js').Bands} bands
 */
export function serverMirrorOf({ lengthMs, soundOnly, spans, steps, products, asked, heard }, bands) {
    const of = (/** @type {MeasuredSpan['kind']} */ wanted) =>
        longestFirst(spans.filter(({ kind }) => kind === wanted).map(({ fromMs, toMs }) => ({ fromMs, toMs })));
    const share = (/** @type {import('./spans.js').Span[]} */ some) => some.reduce((sum, span) => sum + length(span), 0) / lengthMs;
    const silent = of('silent');
    const picture = (/** @type {'light' | 'sharp'} */ topic, /** @type {import('./spans.js').Span[]} */ faults) =>
        share(faults) >= bands.pictureFaultFrom
            ? { topic, band: /** @type {const} */ ('some'), spans: faults.slice(0, MOST_SPANS) }
            : { topic, band: /** @type {const} */ ('good'), spans: [] };
    const isSilent = share(silent) >= NOTHING_HEARD;
    /** @type {Finding[]} */
    const findings = [
        ...(heard && !isSilent ? heardFindings(heard, bands) : []),
        isSilent
            ? { topic: 'voice', band: 'none', spans: [] }
            : { topic: 'silence', band: silent.length > 0 ? 'long' : 'good', spans: silent.slice(0, MOST_SPANS) },
        // A black picture is dark too: both measures find it.
        ...(soundOnly ? [] : [picture('light', of('dark')), picture('sharp', of('blurred'))]),
    ];
    // A video of the gallery followed no plan that anybody marked.
    const followed = steps.some(({ atMs }) => atMs !== undefined) ? steps : [];
    return {
        lengthMs,
        findings,
        steps: followed,
        products: productsTaken(followed, products),
        next: tryNext(findings, followed, { asked, listened: heard !== undefined }),
    };
}

/**
 * @param {import('./phone-readings.js').PhoneReadings} heard
 * @param {import('./mirror.js').Bands} bands
 * @returns {Finding[]}
 */
function heardFindings({ listenedMs, speechMs, syllables, voiceOverNoiseDb, loudMs }, bands) {
    if (listenedMs === 0 || voiceOverNoiseDb === undefined) {
        return [];
    }
    /** @type {[Finding['topic'], Finding['band']][]} */
    const topics = [
        ['share', speechMs / listenedMs < bands.littleSpeechBelow ? 'little' : 'good'],
        ['voice', voiceOverNoiseDb < bands.faintBelow ? 'faint' : 'good'],
        ['loud', loudMs / listenedMs >= bands.loudFrom ? 'some' : 'good'],
    ];
    if (speechMs >= LEAST_SPEECH_MS) {
        topics.unshift(['pace', paceBand((syllables * 1_000) / speechMs, bands)]);
    }
    return topics.map(([topic, band]) => ({ topic, band, spans: [] }));
}
