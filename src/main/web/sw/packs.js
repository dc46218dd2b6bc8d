/**
 * The published content that a plan is made of, and the index in which lessons are searched, each named by its digest: kept
 * once fetched, so that planning, rehearsing and searching need no network. Plans are made of the same content everywhere;
 * the index has a county's own lessons, so each person has their own, and it goes with their pages.
 */

import { read } from './page-cache.js';

const PACKS = 'practice-content';
const INDEX = '/learn/search/';
const NAMED = /^(.*\/(?:zh|en))-[0-9a-f]{16}\.json$/;
/** How a page names the content it needs. */
const NEEDED = /\bdata-pack="(\/(?:practice-content|learn\/search)\/[^"]+)"/;

/**
 * @param {object} ports
 * @param {CacheStorage} ports.caches
 * @param {typeof fetch} ports.fetch
 * @param {import('./ownership.js').Ownership} ports.ownership
 * @param {string} ports.origin
 */
export function createPacks({ caches, fetch, ownership, origin }) {
    /**
     * Where it is kept; nowhere while nobody is known.
     *
     * @param {string} url
     * @param {string} owner
     * @returns {Promise<Cache | undefined>}
     */
    const placeOf = async (url, owner) =>
        !new URL(url).pathname.startsWith(INDEX) ? caches.open(PACKS) : owner ? ownership.searchesOf(owner) : undefined;

    /** Other editions of it. @param {string} url @param {Cache} cache */
    const others = async (url, cache) =>
        (await cache.keys()).map((request) => request.url).filter((one) => one !== url && contentOf(one) === contentOf(url));

    /** @param {string} url @param {Cache | undefined} cache where it is to be kept */
    const fetched = async (url, cache) => {
        const response = await fetch(url);
        // While two editions are about, the server may send another than was asked for, and says that by its header.
        if (cache && response.ok && response.headers.get('Cache-Control')?.includes('immutable')) {
            await cache.put(url, response.clone());
            for (const old of await others(url, cache)) {
                await cache.delete(old);
            }
        }
        return response;
    };

    return {
        /**
         * From the phone for good; without a network, an earlier edition rather than none.
         *
         * @param {Request} request
         */
        async answer({ url }) {
            const cache = await placeOf(url, await ownership.person());
            const stored = cache && (await read(cache, url));
            if (stored) {
                return stored;
            }
            try {
                return await fetched(url, cache);
            } catch (fault) {
                const [earlier] = cache ? await others(url, cache) : [];
                const response = earlier && (await cache?.match(earlier));
                if (!response) {
                    throw fault;
                }
                return response;
            }
        },

        /** Fetches what a page needs that is kept for when there is no network. @param {string} html @param {string} owner of the page */
        async storeFor(html, owner) {
            const [, path] = NEEDED.exec(html) ?? [];
            if (!path) {
                return;
            }
            const url = new URL(path, origin).href;
            const cache = await placeOf(url, owner);
            if (cache && !(await cache.match(url))) {
                await fetched(url, cache).catch((fault) => console.warn('not stored:', fault));
            }
        },
    };
}

/** What it is and in which language, in any edition. @param {string} url */
function contentOf(url) {
    return NAMED.exec(url)?.[1];
}
