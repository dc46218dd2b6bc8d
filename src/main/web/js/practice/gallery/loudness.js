/** Whether anything can be heard in a video's first seconds, as far as the browser can decode it. */

/** Bytes that are looked at: two seconds of a phone's best camera, a minute of a video sent on by a messenger. */
export const BEGINNING = 5_000_000;

const PATIENCE_MS = 8_000;
/** Loudness needs no high notes, and a low rate little memory. */
const SAMPLES_A_SECOND = 8_000;
const SHORTEST_S = 0.5;
/** A microphone hears some noise in the quietest room; below this there was none, or it was turned off. */
const SILENCE = 0.0002;
/** What lies at the cut may be decoded into anything. */
const TRUSTED = 0.75;

/** @param {Blob} beginning @returns {Promise<boolean>} false where the browser cannot tell */
export async function isMute(beginning) {
    try {
        const decoding = new OfflineAudioContext(1, 1, SAMPLES_A_SECOND).decodeAudioData(await beginning.arrayBuffer());
        const sound = await Promise.race([decoding, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
        return sound?.duration >= SHORTEST_S && channels(sound).every(isSilent);
    } catch (fault) {
        // Not every browser decodes every kind, and a video is none the worse for it.
        console.info('not listened to:', fault);
        return false;
    }
}

/** @param {AudioBuffer} sound */
function channels(sound) {
    return Array.from({ length: sound.numberOfChannels }, (_, number) => sound.getChannelData(number));
}

/** @param {Float32Array} samples */
function isSilent(samples) {
    return samples.subarray(0, Math.floor(samples.length * TRUSTED)).every((sample) => Math.abs(sample) < SILENCE);
}
