/**
 * What a reading means before a rehearsal begins. Nothing here keeps anybody from going on.
 *
 * @typedef {object} Threshold as the published checklist has it
 * @property {number} [atLeast] good from here on
 * @property {number} [atMost] good up to here
 * @property {number} [poor] beyond it something should be done; between the two it will do
 *
 * @typedef {'good' | 'fair' | 'poor' | 'unknown'} Verdict
 */

/** @param {number | undefined} value @param {Threshold} threshold @returns {Verdict} */
export function verdictOf(value, { atLeast, atMost, poor }) {
    if (value === undefined || Number.isNaN(value) || (atLeast === undefined && atMost === undefined)) {
        return 'unknown';
    }
    const good = atLeast !== undefined ? value >= atLeast : value <= /** @type {number} */ (atMost);
    if (good) {
        return 'good';
    }
    const isPoor = poor === undefined || (atLeast !== undefined ? value < poor : value > poor);
    return isPoor ? 'poor' : 'fair';
}

/**
 * The voice over the room's noise, of the seconds in which somebody spoke. Without one, nothing can be said: a silent
 * host is not a faint one.
 *
 * @param {import('../signals/sound-meter.js').SoundReading[]} readings
 * @returns {{voice_over_noise_db?: number, clipped_percent?: number}}
 */
export function soundOf(readings) {
    const spoken = readings.filter(({ voiceDb }) => voiceDb !== undefined);
    if (spoken.length === 0) {
        return {};
    }
    const voice = Math.max(...spoken.map(({ voiceDb = 0 }) => voiceDb));
    const noise = Math.min(...readings.map(({ noiseDb }) => noiseDb));
    const clipped = readings.reduce((sum, { clippedTenths }) => sum + clippedTenths, 0);
    return { voice_over_noise_db: voice - noise, clipped_percent: (clipped * 10) / readings.length };
}

/**
 * Means of the last pictures; of the camera's movement the larger ones count, for a shake is short.
 *
 * @param {import('../signals/picture-meter.js').PictureReading[]} readings
 * @returns {{brightness?: number, backlight?: number, sharpness?: number, movement?: number}}
 */
export function pictureOf(readings) {
    if (readings.length === 0) {
        return {};
    }
    const shifts = readings.flatMap(({ shift }) => shift ?? []).sort((a, b) => b - a);
    return {
        brightness: mean(readings.map(({ brightness }) => brightness)),
        backlight: mean(readings.map(({ backlight }) => backlight)),
        sharpness: mean(readings.flatMap(({ sharpness }) => sharpness ?? [])),
        movement: mean(shifts.slice(0, Math.ceil(shifts.length / 2))),
    };
}

/** @param {number[]} values @returns {number | undefined} nothing of none */
function mean(values) {
    return values.length > 0 ? values.reduce((sum, value) => sum + value) / values.length : undefined;
}
