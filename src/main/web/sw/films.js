/** Lesson films that were started once, with their poster and captions. Players request them range by range. */

const FILMS = 'films';
/** What the films may take of a phone; a film is 0.1 to 3 MB. */
const MOST_BYTES = 30_000_000;

/** @param {{caches: CacheStorage, fetch: typeof fetch, isOnline: () => boolean}} ports */
export function createFilms({ caches, fetch, isOnline }) {
    /**
     * Whether a page plays a film from the cache: a player fails when ranges come from network and cache in turn.
     *
     * @type {Map<string, boolean>}
     */
    const playsStored = new Map();

    return {
        /** @param {Request} request @param {string} clientId of the page */
        async answer(request, clientId) {
            const stored = await (await caches.open(FILMS)).match(request.url);
            const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('Range') ?? '') ?? [];
            const player = `${clientId} ${request.url}`;
            if (from === '0') {
                playsStored.set(player, Boolean(stored));
            }
            if (!stored || !(playsStored.get(player) ?? !isOnline())) {
                return fetch(request);
            }
            return request.headers.has('Range') ? rangeOf(stored, Number(from), to) : stored;
        },

        /** Fetches a film with its poster and the captions in both languages. @param {string} address */
        async store(address) {
            const cache = await caches.open(FILMS);
            if (!(await cache.match(address))) {
                const name = address.replace(/\.mp4$/, '');
                await cache.addAll([address, `${name}.svg`, `${name}.zh.vtt`, `${name}.en.vtt`]);
                await dropOld(cache, name);
            }
        },
    };
}

/** @param {Response} stored @param {number} from @param {string} to the last byte; empty for the end */
async function rangeOf(stored, from, to) {
    const whole = await stored.blob();
    const last = Math.min(to ? Number(to) : whole.size, whole.size - 1);
    const headers = new Headers(stored.headers);
    headers.set('Content-Range', `bytes ${from}-${last}/${whole.size}`);
    headers.set('Content-Length', String(last + 1 - from));
    return new Response(whole.slice(from, last + 1), { status: 206, headers });
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
