/** Where the picture of a recording was dark, lit from behind, blurred or shaking. */

/** @typedef {import('./speech.js').Span} Span */
/** @typedef {Partial<import('../signals/picture-meter.js').PictureReading>} Picture */
/** @typedef {{ms: number, picture: Picture}} PictureSecond */

const SECOND_MS = 1_000;
/** What lasts shorter is a hand before the lens, or the product that is held up to it. */
const SHORTEST_SECONDS = 3;

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
    /** @type {Span[]} */
    const spans = [];
    for (const { ms, picture } of known) {
        if (isFault(/** @type {number} */ (picture[reading]), picture)) {
            const before = spans[spans.length - 1];
            if (before && ms - before.toMs < SECOND_MS) {
                before.toMs = ms + SECOND_MS;
            } else {
                spans.push({ fromMs: ms, toMs: ms + SECOND_MS });
            }
        }
    }
    const lasting = spans.filter(({ fromMs, toMs }) => toMs - fromMs >= SHORTEST_SECONDS * SECOND_MS);
    const faulty = lasting.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
    return { share: faulty / (known.length * SECOND_MS), spans: lasting };
}
