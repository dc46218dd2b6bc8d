/** How loud a recording is, so that silence is noticed at once, also where there is no network. */

/** As the server: 50 decibels below the loudest possible. A quiet voice is ten times as loud. */
export const SILENT = 0.003;

/**
 * @param {ArrayBuffer} recorded
 * @returns {Promise<number>} its loudest sample, from 0 to 1; 1 where this browser cannot tell
 */
export async function loudest(recorded) {
    try {
        // Decoding takes the bytes away from whoever holds them.
        const decoded = await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(recorded.slice(0));
        return decoded.getChannelData(0).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    } catch (fault) {
        console.warn('its loudness is unknown:', fault);
        return 1;
    }
}
