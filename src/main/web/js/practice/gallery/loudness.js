/** Whether anything can be heard in a video's first seconds, as far as the browser can decode it. */

/** Bytes that are decoded: two seconds of a phone's best camera, a minute of a video sent on by a messenger. */
export const BEGINNING = 5_000_000;

const TIMEOUT_MS = 8_000;
/** Loudness needs no high notes, and a low rate little memory. */
const SAMPLES_A_SECOND = 8_000;
const SHORTEST_S = 0.5;
/** A microphone records some noise in the quietest room; below this there was none, or it was turned off. */
const SILENCE = 0.0002;
/** The share of the samples that counts: those near the cut may be garbage. */
const TRUSTED = 0.75;

/** @param {Blob} beginning @returns {Promise<boolean>} false if the browser cannot tell */
export async function isMute(beginning) {
    try {
        const decoding = new OfflineAudioContext(1, 1, SAMPLES_A_SECOND).decodeAudioData(await beginning.arrayBuffer());
        const sound = await Promise.race([decoding, new Promise((resolve) => setTimeout(resolve, TIMEOUT_MS))]);
        return sound?.duration >= SHORTEST_S && channels(sound).every(isSilent);
    } catch (fault) {
        // Not every browser decodes every format; the video may be good all the same.
        console.info('sound not decoded:', fault);
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
