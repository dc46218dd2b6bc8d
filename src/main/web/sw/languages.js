/**
 * Pages in two languages. At its address lies the page that was seen last; the one in the other language, seen before or
 * taken along, lies beside it and is named by its language too.
 */

import { LANGUAGES, isIn, languageOf } from './at-once.js';
import { differenceOf, put, read } from './page-cache.js';

/** The server answers in that language, and the reader's stays as it is. */
const BESIDE = '?in=';
/** On one that lies beside a page which says something else by now. */
const OUTDATED = 'Tianbo-Outdated';

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

/** @param {Response} page that is stored */
export const isOutdated = ({ headers }) => headers.has(OUTDATED);

/** Where the one in the other language lies. @param {string} path @param {Response} page */
const otherOf = (path, page) => addressIn(path, LANGUAGES.find((language) => !isIn(page, language)));

/**
 * Where a page says something else than when it came last, so does the one in the other language.
 *
 * @param {Cache} cache @param {string} path @param {Response} page that has just come
 */
export async function outdateOther(cache, path, page) {
    const address = otherOf(path, page);
    const [last, other] = await Promise.all([read(cache, path), read(cache, address)]);
    if (last && other && isIn(last, languageOf(page)) && (await differenceOf(last, page.clone()))) {
        const outdated = new Response(other.body, other);
        outdated.headers.set(OUTDATED, '1');
        await put(cache, address, outdated);
    }
}

/** @param {Cache} cache @param {string} path @returns {Promise<string | undefined>} where one lies that is to be asked for again */
export async function outdatedOther(cache, path) {
    const page = await read(cache, path);
    const address = page && otherOf(path, page);
    const other = address && (await read(cache, address));
    return other && isOutdated(other) ? address : undefined;
}
