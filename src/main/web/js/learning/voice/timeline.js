/**
 * Where the sentences of a page are heard in a recording. The recording may be of an earlier version of the lesson: then
 * some sentences are not in it, and parts of it belong to none.
 *
 * @typedef {object} Sentence
 * @property {number} letters letters and digits
 * @property {number} [from] in milliseconds; without it the sentence is not spoken
 * @property {number} [until]
 */

/** A player says where it is four times a second, so a little before a sentence begins counts as that sentence. */
const EARLY_MS = 300;

/** @param {string} written as the page has it: `12:0-3100 7 9:3500-4800` @returns {Sentence[]} */
export function parse(written) {
    return written.split(' ').map((one) => {
        const [letters, from, until] = one.split(/[:-]/).map(Number);
        return from === undefined ? { letters } : { letters, from, until };
    });
}

/** @param {Sentence[]} sentences @param {number} ms @returns {number} which is heard then; -1 for none */
export function heardAt(sentences, ms) {
    return sentences.findIndex(({ from, until }) => from !== undefined && until !== undefined && ms >= from - EARLY_MS && ms < until);
}

/**
 * Where to go on from a part of the recording that belongs to no sentence of the page.
 *
 * @param {Sentence[]} sentences
 * @param {number} ms
 * @returns {number | undefined} in milliseconds; undefined where it is heard on
 */
export function skipTo(sentences, ms) {
    if (heardAt(sentences, ms) >= 0) {
        return undefined;
    }
    const next = sentences.flatMap(({ from }) => (from !== undefined && from >= ms ? [from] : [])).sort((one, other) => one - other)[0];
    // A breath between two sentences is shorter.
    return next !== undefined && next - ms > 2 * EARLY_MS ? next : undefined;
}

/**
 * Which sentences are not spoken between two that are.
 *
 * @param {Sentence[]} sentences
 * @param {number} after -1 for the beginning
 * @param {number} before
 */
export function missingBetween(sentences, after, before) {
    return sentences.flatMap(({ from }, number) => (number > after && number < before && from === undefined ? [number] : []));
}
