/**
 * Pages in two languages. At its address lies the page that was seen last; the one in the other language, seen before or
 * taken along, lies beside it and is named by its language too.
 */

import { isIn, languageOf } from './at-once.js';
import { put, read } from './page-cache.js';

/** The server answers in that language, and the reader's stays as it is. */
const BESIDE = '?in=';

/** @typedef {{path: string, beside?: string}} Parts `beside`: the language, if it is not to be the reader's */

/** @param {string} address as in what is taken along @returns {Parts} */
export function partsOf(address) {
    const [path, beside] = address.split(BESIDE);
    return { path, beside };
}

/** @param {string} path @param {string | undefined} language the reader's, where there is none */
export const addressIn = (path, language) => (language ? path + BESIDE + language : path);

/**
 * In that language if it is there, or else as the reader saw it last.
 *
 * @param {Cache} cache @param {string} path @param {string} [language]
 */
export async function readFor(cache, path, language) {
    const last = await read(cache, path);
    return last && isIn(last, language) ? last : ((await read(cache, addressIn(path, language))) ?? last);
}

/**
 * What was taken along in the other language does not take the place of a page that the reader has not seen yet.
 *
 * @param {Cache} cache
 * @param {string} path
 * @param {Response} page
 * @param {string} [beside] the language, if it is not to be the reader's
 */
export async function putBy(cache, path, page, beside) {
    const last = await read(cache, path);
    const language = last && languageOf(last);
    if (beside && language !== beside) {
        return put(cache, addressIn(path, beside), page);
    }
    const full = language && !isIn(page, language) && (await put(cache, addressIn(path, language), last)) === 'full';
    return full ? 'full' : put(cache, path, page);
}

/** In both languages, or in the one that is named. @param {Cache} cache @param {string} address */
export const dropFrom = (cache, address) => cache.delete(address, { ignoreSearch: !partsOf(address).beside });
