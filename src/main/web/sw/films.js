/** Lesson films that were started once, with their poster and captions. Players request them range by range. */

import { FILMS } from '../js/app/room.js';
import { createMediaCache } from './media-cache.js';

/** What the films may take of a phone; a film is 0.1 to 3 MB. */
const MOST_BYTES = 30_000_000;

/** @param {{caches: CacheStorage, fetch: typeof fetch, isOnline: () => boolean}} ports */
export function createFilms({ caches, fetch, isOnline }) {
    const { open, answer } = createMediaCache({ caches, fetch, isOnline, name: FILMS });

    return {
        answer,

        /** Fetches a film with its poster and the captions in both languages. @param {string} address */
        async store(address) {
            const cache = await open();
            if (!(await cache.match(address))) {
                const name = address.replace(/\.mp4$/, '');
                await cache.addAll([address, `${name}.svg`, `${name}.zh.vtt`, `${name}.en.vtt`]);
                await dropOld(cache, name);
            }
        },
    };
}

/**
 * Drops the other versions of a film that was just stored, and the oldest films while all take more than they may.
 *
 * @param {Cache} cache
 * @param {string} latest the film's address without its ending
 */
async function dropOld(cache, latest) {
    /** @type {Map<string, {bytes: number, requests: Request[]}>} */
    const films = new Map();
    for (const request of await cache.keys()) {
        const name = request.url.replace(/\.(mp4|svg|zh\.vtt|en\.vtt)$/, '');
        const film = films.get(name) ?? { bytes: 0, requests: [] };
        film.bytes += (await (await cache.match(request))?.blob())?.size ?? 0;
        film.requests.push(request);
        films.set(name, film);
    }
    const lesson = lessonOf(latest);
    let total = [...films.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    // In the order they were stored.
    for (const [name, { bytes, requests }] of films) {
        if (name !== latest && (lessonOf(name) === lesson || total > MOST_BYTES)) {
            await Promise.all(requests.map((request) => cache.delete(request)));
            total -= bytes;
        }
    }
}

/** A film's address ends on the version of its lesson. @param {string} name */
function lessonOf(name) {
    return name.replace(/-[0-9a-f]{16}$/, '');
}
