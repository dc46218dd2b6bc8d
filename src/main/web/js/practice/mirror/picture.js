/** Where the picture of a recording was dark, lit from behind, blurred or shaking. */

/** @typedef {import('./spans.js').Span} Span */
/** @typedef {Partial<import('../signals/picture-meter.js').PictureReading>} Picture */
/** @typedef {{ms: number, picture: Picture}} PictureSecond */

import { length, SECOND_MS, spansOf } from './spans.js';

/** What lasts shorter is a hand before the lens, or the product that is held up to it. */
const SHORTEST_MS = 3 * SECOND_MS;
/** A good second parts two faults. */
const LONGEST_GAP_MS = SECOND_MS - 1;

/**
 * @param {PictureSecond[]} pictures in their order
 * @param {import('./mirror.js').Bands} bands
 * @returns {Record<'light' | 'backlight' | 'steady' | 'sharp', {share: number, spans: Span[]} | undefined>} which share
 *     of the seconds was not good, and where; nothing where it could not be told
 */
export function pictureOf(pictures, { darkBelow, backlitFrom, backlitBelow, shakyFrom, blurredBelow }) {
    return {
        light: faults(pictures, 'brightness', (value) => value < darkBelow),
        backlight: faults(pictures, 'backlight', (value, { brightness = 0 }) => value >= backlitFrom && brightness < backlitBelow),
        steady: faults(pictures, 'shift', (value) => value >= shakyFrom),
        sharp: faults(pictures, 'sharpness', (value) => value < blurredBelow),
    };
}

/**
 * @param {PictureSecond[]} pictures
 * @param {keyof Picture} reading
 * @param {(value: number, picture: Picture) => boolean} isFault
 */
function faults(pictures, reading, isFault) {
    const known = pictures.filter(({ picture }) => picture[reading] !== undefined);
    if (known.length === 0) {
        return undefined;
    }
    const faulty = known.filter(({ picture }) => isFault(/** @type {number} */ (picture[reading]), picture)).map(({ ms }) => ms);
    const spans = spansOf(faulty, LONGEST_GAP_MS).filter((span) => length(span) >= SHORTEST_MS);
    return { share: spans.reduce((sum, span) => sum + length(span), 0) / (known.length * SECOND_MS), spans };
}
