/** Faults that end the work on one attempt for good. The message names a sentence of the page. */

import { Refusal } from '#app/http.js';

/** Thrown to end the work on one attempt for good. */
export class Trouble extends Error {}

/** @param {Record<number, string>} words by the status of the refusal @param {Promise<unknown>} call */
export async function refusedAs(words, call) {
    try {
        await call;
    } catch (fault) {
        throw troubleOf(fault, words);
    }
}

/** @param {unknown} fault @param {Record<number, string>} words */
export function troubleOf(fault, words) {
    const word = fault instanceof Refusal ? words[fault.status] : undefined;
    return word ? new Trouble(word) : fault;
}
