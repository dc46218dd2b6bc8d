/** Where the picture of a recording was dark, lit from behind, blurred or shaking. */

/** @typedef {import('./speech.js').Span} Span */
/** @typedef {Partial<import('../signals/picture-meter.js').PictureReading>} Picture */
/** @typedef {{ms: number, picture: Picture}} SeenSecond */

const SECOND_MS = 1_000;
/** What lasts shorter is a hand before the lens, or the product that is held up to it. */
const SHORTEST_SECONDS = 3;

/**
 * @param {SeenSecond[]} seen in their order
 * @param {import('./mirror.js').Bands} bands
 * @returns {Record<'light' | 'backlight' | 'steady' | 'sharp', {share: number, spans: Span[]} | undefined>} which share
 *     of the seconds was not good, and where; nothing where it could not be told
 */
export function pictureOf(seen, { darkBelow, backlitFrom, backlitBelow, shakyFrom, blurredBelow }) {
    return {
        light: faults(seen, 'brightness', (value) => value < darkBelow),
        backlight: faults(seen, 'backlight', (value, { brightness = 0 }) => value >= backlitFrom && brightness < backlitBelow),
        steady: faults(seen, 'shift', (value) => value >= shakyFrom),
        sharp: faults(seen, 'sharpness', (value) => value < blurredBelow),
    };
}

/**
 * @param {SeenSecond[]} seen
 * @param {keyof Picture} reading
 * @param {(value: number, picture: Picture) => boolean} isFault
 */
function faults(seen, reading, isFault) {
    const known = seen.filter(({ picture }) => picture[reading] !== undefined);
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
