/**
 * What a phone that listened tells the server of the sound of a rehearsal, for its trainee's mirror on other phones.
 *
 * @typedef {object} PhoneReadings
 * @property {number} listenedMs
 * @property {number} speechMs of that
 * @property {number} syllables counted in it
 * @property {number} [voiceOverNoiseDb] in the middle; absent where nobody spoke
 * @property {number} loudMs of it was cut off for being too loud
 */

import { measuredOf } from './measured.js';
import { voiceOverNoise } from './mirror.js';
import { SECOND_MS } from './spans.js';
import { speechOf } from './speech.js';

/**
 * @param {import('../attempt/attempt.js').Attempt} attempt
 * @param {(take: number) => Promise<import('../signals/signal-track.js').SignalBlock[]>} signals of a take
 * @returns {Promise<PhoneReadings | undefined>} nothing of what this phone has not listened to
 */
export async function phoneReadings(attempt, signals) {
    const { sounds } = await measuredOf(attempt, signals, []);
    if (sounds.length === 0) {
        return undefined;
    }
    const { listenedMs, speechMs } = speechOf(sounds);
    const voiceOverNoiseDb = voiceOverNoise(sounds);
    return {
        listenedMs,
        speechMs,
        syllables: sounds.reduce((sum, { sound }) => sum + sound.syllables, 0),
        ...(voiceOverNoiseDb !== undefined && { voiceOverNoiseDb }),
        loudMs: sounds.filter(({ sound }) => sound.clippedTenths > 0).length * SECOND_MS,
    };
}
