/**
 * Pages in two languages. At its address lies the page that was seen last; the one in the other language, seen before or
 * taken along, lies beside it and is named by its language too.
 */

import { LANGUAGES, languageOf } from './at-once.js';
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

/** In that language if it is there, or else as it was seen last. @param {Cache} cache @param {string} path @param {string} [language] */
export async function readFor(cache, path, language) {
    const last = await read(cache, path);
    return !last || !language || languageOf(last.headers) === language ? last : ((await read(cache, addressIn(path, language))) ?? last);
}

/**
 * @param {Cache} cache
 * @param {string} path
 * @param {Response} page
 * @param {boolean} beside whether it is not in the reader's language
 */
export async function putBy(cache, path, page, beside) {
    const last = await read(cache, path);
    const language = languageOf(page.headers);
    const before = last && languageOf(last.headers);
    if (!last || !before || before === language) {
        return put(cache, path, page);
    }
    if (beside) {
        return put(cache, addressIn(path, language), page);
    }
    await put(cache, addressIn(path, before), last);
    return put(cache, path, page);
}

/** In both languages, or in the one that is named. @param {Cache} cache @param {string} address */
export function dropFrom(cache, address) {
    const { path, beside } = partsOf(address);
    const all = beside ? [address] : [path, ...LANGUAGES.map((language) => addressIn(path, language))];
    return Promise.all(all.map((one) => cache.delete(one)));
}
