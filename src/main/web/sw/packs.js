/**
 * The published content that a plan is made of, and the index in which lessons are searched, each named by its digest: kept
 * once fetched, so that planning, rehearsing and searching need no network.
 */

import { read } from './page-cache.js';

const PACKS = 'practice-content';
const NAMED = /^(.*\/(?:zh|en))-[0-9a-f]{16}\.json$/;
/** How a page names the content it needs. */
const NEEDED = /\bdata-pack="(\/(?:practice-content|learn\/search)\/[^"]+)"/;

/** @param {{caches: CacheStorage, fetch: typeof fetch, origin: string}} ports */
export function createPacks({ caches, fetch, origin }) {
    const open = () => caches.open(PACKS);

    /** @param {string} url @param {(stored: string) => boolean} which */
    const others = async (url, which) => {
        const stored = (await (await open()).keys()).map((request) => request.url);
        return stored.filter((one) => one !== url && which(one));
    };

    /** @param {string} url */
    const fetched = async (url) => {
        const response = await fetch(url);
        // While two editions are about, the server may send another than was asked for, and says that by its header.
        if (response.ok && response.headers.get('Cache-Control')?.includes('immutable')) {
            const cache = await open();
            await cache.put(url, response.clone());
            for (const old of await others(url, (stored) => contentOf(stored) === contentOf(url))) {
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
            const cache = await open();
            const stored = await read(cache, url);
            if (stored) {
                return stored;
            }
            try {
                return await fetched(url);
            } catch (fault) {
                const [earlier] = await others(url, (other) => contentOf(other) === contentOf(url));
                if (!earlier) {
                    throw fault;
                }
                return /** @type {Response} */ (await cache.match(earlier));
            }
        },

        /** Fetches what a page needs that is kept for when there is no network. @param {string} html */
        async storeFor(html) {
            const path = NEEDED.exec(html)?.[1];
            const url = path && new URL(path, origin).href;
            if (url && !(await (await open()).match(url))) {
                await fetched(url).catch((fault) => console.warn('not kept for offline use:', fault));
            }
        },
    };
}

/** What it is and in which language, in any edition. @param {string} url */
function contentOf(url) {
    return NAMED.exec(url)?.[1];
}
