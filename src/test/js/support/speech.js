/** Chinese speech with given syllables and pauses: espeak-ng reads numbered pinyin, in which a word is a syllable. */

import { execFileSync } from 'node:child_process';

/** A host's sentences about apples, one a breath. */
export const BREATHS = [
    'ge4 wei4 xiang1 qin1 wan3 shang4 hao3',
    'wo3 de5 guo3 yuan2 zai4 he2 bian1 san1 shi2 mu3 di4',
    'ping2 guo3 shu2 tou4 le5 cai2 zhai1 xia4 lai2 suo3 yi3 te4 bie2 tian2',
    'yi4 xiang1 shi2 jin1 liu4 shi2 ba1 yuan2 yun4 fei4 wo3 lai2 chu1',
    'jin1 tian1 xia4 dan1 ming2 tian1 yi4 zao3 jiu4 fa1 huo4',
];
/** Seconds of quiet before the first breath, between two, and after the last. */
export const QUIET = [1.5, 0.7, 2, 5, 1.2, 1.5];

const FAINT = 0.003;

/**
 * @param {number} wordsAMinute as espeak-ng counts them
 * @param {string} variant of the voice, such as `f3`
 * @returns {{rate: number, samples: Float32Array, syllables: number, breaths: [number, number][]}} mono, with the
 *     seconds at which each breath begins and ends
 */
export function speech(wordsAMinute, variant) {
    const parts = BREATHS.map((words) => read(words, wordsAMinute, variant));
    const { rate } = parts[0];
    const quiet = QUIET.map((seconds) => Math.round(seconds * rate));
    const samples = new Float32Array(quiet.reduce((sum, part) => sum + part) + parts.reduce((sum, part) => sum + part.samples.length, 0));
    let at = 0;
    const breaths = parts.map((part, i) => {
        at += quiet[i];
        samples.set(part.samples, at);
        const from = at;
        at += part.samples.length;
        return /** @type {[number, number]} */ ([from / rate, at / rate]);
    });
    return { rate, samples, syllables: BREATHS.join(' ').split(' ').length, breaths };
}

/**
 * @param {Float32Array} samples
 * @param {number} db by which the mean of what is not silent is louder than the noise
 * @param {number} [gain] of both
 */
export function inNoise(samples, db, gain = 1) {
    let loud = 0;
    let power = 0;
    for (const sample of samples) {
        if (Math.abs(sample) > FAINT) {
            loud++;
            power += sample * sample;
        }
    }
    const rms = Math.sqrt(power / loud);
    // Evenly spread between -1 and 1, the root of its mean square is 1/√3.
    const noise = (rms / 10 ** (db / 20)) * Math.sqrt(3);
    const random = steady();
    return samples.map((sample) => Math.max(-1, Math.min(1, gain * (sample + noise * random()))));
}

/** The same in each run, from -1 to 1. */
function steady() {
    let state = 1;
    return () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 31 - 1;
    };
}

/** @param {string} words @param {number} wordsAMinute @param {string} variant */
function read(words, wordsAMinute, variant) {
    const options = ['-v', `cmn-latn-pinyin+${variant}`, '-s', String(wordsAMinute), '-z', '--stdout', words];
    const file = execFileSync('espeak-ng', options, { maxBuffer: 1e8 });
    const rate = file.readUInt32LE(24);
    const data = file.subarray(file.indexOf('data') + 8);
    const samples = new Float32Array(data.length >> 1).map((_, i) => data.readInt16LE(2 * i) / 2 ** 15);
    const audible = (/** @type {number} */ sample) => Math.abs(sample) > FAINT;
    let end = samples.length;
    while (!audible(samples[end - 1])) {
        end--;
    }
    return { rate, samples: samples.subarray(samples.findIndex(audible), end) };
}
