/**
 * The mirror of a recording that this phone has not listened to: a video of the gallery, one that was recorded on another
 * phone or on site. It says what the server measured, and nothing of what only a listening phone can tell.
 *
 * @typedef {import('./mirror.js').Finding} Finding
 * @typedef {{kind: 'silent' | 'dark' | 'black' | 'frozen' | 'blurred', fromMs: number, toMs: number}} MeasuredSpan
 */

import { tryNext } from './mirror.js';
import { length, longestFirst } from './spans.js';
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
 *
 * @param {ServerMeasured} measured
 * @param {import('./mirror.js').Bands} bands
 */
export function serverMirrorOf({ lengthMs, soundOnly, spans, steps, products, asked }, bands) {
    const of = (/** @type {MeasuredSpan['kind']} */ wanted) =>
        longestFirst(spans.filter(({ kind }) => kind === wanted).map(({ fromMs, toMs }) => ({ fromMs, toMs })));
    const share = (/** @type {import('./spans.js').Span[]} */ some) => some.reduce((sum, span) => sum + length(span), 0) / lengthMs;
    const silent = of('silent');
    const picture = (/** @type {'light' | 'sharp'} */ topic, /** @type {import('./spans.js').Span[]} */ faults) =>
        share(faults) >= bands.pictureFaultFrom
            ? { topic, band: /** @type {const} */ ('some'), spans: faults.slice(0, MOST_SPANS) }
            : { topic, band: /** @type {const} */ ('good'), spans: [] };
    /** @type {Finding[]} */
    const findings = [
        share(silent) >= NOTHING_HEARD
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
        next: tryNext(findings, followed, { asked, sounds: [] }),
    };
}
