/** Faults that end the work on one attempt for good. The message names a sentence of the page. */

import { Refusal } from '#app/http.js';

/** Another phone, or a broadcasting program, records the same attempt. */
export const RECORDED_ELSEWHERE = { 'practice.recorded-elsewhere': 'elsewhere', 'practice.recorded-by-push': 'elsewhere' };

/** The refusals of a chunk that a retry cannot change. */
export const CHUNK_TROUBLE = {
    ...RECORDED_ELSEWHERE, 403: 'not-yours', 404: 'not-yours', 409: 'other-bytes', 410: 'closed', 413: 'too-large', 422: 'damaged',
};

/** Thrown to end the work on one attempt for good. */
export class Trouble extends Error {}

/**
 * @template T
 * @param {Record<string, string>} words by the code of the refusal, or by its status
 * @param {Promise<T>} call
 */
export async function refusedAs(words, call) {
    try {
        return await call;
    } catch (fault) {
        throw troubleOf(fault, words);
    }
}

/** @param {unknown} fault @param {Record<string, string>} words by code or status */
export function troubleOf(fault, words) {
    const word = fault instanceof Refusal ? words[fault.problem.code ?? ''] ?? words[fault.status] : undefined;
    return word ? new Trouble(word) : fault;
}
