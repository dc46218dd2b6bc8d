/** Lessons as a trainer of the county speaks them, taken along with their course or kept once they were heard. */

import { createMediaCache } from './media-cache.js';

/** @typedef {import('./pages.js').Outcome} Outcome */

const SOUNDS = 'sounds';
const PLACE = '/narration/sounds/';
/** What they may take of a phone; a spoken lesson is about half a megabyte. */
const MOST_BYTES = 60_000_000;

/**
 * @param {object} ports
 * @param {CacheStorage} ports.caches
 * @param {typeof fetch} ports.fetch
 * @param {() => boolean} ports.isOnline
 * @param {string} ports.origin
 * @param {() => Promise<unknown>} ports.storePlayer stores the scripts that pages with a sound need
 */
export function createSounds({ caches, fetch, isOnline, origin, storePlayer }) {
    const { open, answer } = createMediaCache({ caches, fetch, isOnline, name: SOUNDS });
    /** @param {string} url @param {Response} heard */
    const keep = async (url, heard) => {
        try {
            const bytes = await heard.blob();
            await storePlayer();
            await put(await open(), url, new Response(bytes, { headers: typeOf(heard) }));
        } catch (fault) {
            console.warn('not stored:', fault);
        }
    };
    const urlOf = (/** @type {string} */ path) => new URL(path, origin).href;

    return {
        /**
         * A player asks for all of it first. What then comes is kept too, so that no byte is paid for twice.
         *
         * @param {Request} request
         * @param {string} clientId of the page
         * @param {(work: Promise<unknown>) => void} goOn
         */
        async answer(request, clientId, goOn) {
            const heard = await answer(request, clientId);
            if (isWhole(heard) && !(await (await open()).match(request.url))) {
                goOn(keep(request.url, heard.clone()));
            }
            return heard;
        },

        /** @param {string} path */
        isSound: (path) => path.startsWith(PLACE),

        /** Fetches one for when there is no network. @param {string} path @returns {Promise<Outcome>} */
        async fetchAhead(path) {
            const cache = await open();
            if (await cache.match(urlOf(path))) {
                return 'stored';
            }
            try {
                const response = await fetch(path, { headers: { 'X-Requested-With': 'JavaScript' } });
                const { status } = response;
                if (status === 401 || response.headers.get('Content-Type')?.startsWith('text/html')) {
                    return 'signed-out';
                }
                if (status !== 200) {
                    return status >= 500 ? 'unreachable' : 'refused';
                }
                const bytes = await response.blob();
                await storePlayer();
                return await put(cache, urlOf(path), new Response(bytes, { headers: response.headers }));
            } catch (fault) {
                console.warn('no network:', fault);
                return 'unreachable';
            }
        },

        /** @param {string} path */
        isStored: async (path) => Boolean(await (await open()).match(urlOf(path))),

        /** @param {string} path */
        drop: async (path) => (await open()).delete(urlOf(path)),
    };
}

/** Whether it is all of a recording that a page may read. @param {Response} heard */
function isWhole({ status, type, headers }) {
    const [, last, size] = /^bytes 0-(\d+)\/(\d+)$/.exec(headers.get('Content-Range') ?? '') ?? [];
    const whole = status === 200 || (status === 206 && Number(last) + 1 === Number(size));
    return whole && type !== 'opaque' && !headers.get('Content-Type')?.startsWith('text/html');
}

/** @param {Response} heard */
const typeOf = ({ headers }) => ({ 'Content-Type': headers.get('Content-Type') ?? '' });

/**
 * Stores it, and drops the oldest ones while all take more than they may.
 *
 * @param {Cache} cache
 * @param {string} url
 * @param {Response} sound
 * @returns {Promise<Outcome>}
 */
async function put(cache, url, sound) {
    try {
        await cache.put(url, sound);
        const sizes = [];
        for (const request of await cache.keys()) {
            sizes.push({ request, bytes: (await (await cache.match(request))?.blob())?.size ?? 0 });
        }
        let total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
        for (const { request, bytes } of sizes) {
            if (total > MOST_BYTES && request.url !== url) {
                await cache.delete(request);
                total -= bytes;
            }
        }
        return 'stored';
    } catch (fault) {
        console.warn('not stored:', fault);
        return 'full';
    }
}
