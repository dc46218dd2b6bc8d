/** Scripts, styles and pictures. They are cached for ever, because their names change with their content. */

const PREFIX = 'assets-';
const OFFLINE = '/offline';

const NAMED = /"(\/assets\/[\w.-]+\.(?:js|css))"/g;
/** Of no use without a network. */
const FOR_NETWORK = /\/(live|live-share|hls|learning-downloads|paper)[.-]/;
/** Every page names these, and some need them: where something is recorded, and where letters are counted. */
const NEEDED_WITH = [[/\/practice-sender[.-]/, /\bdata-practice=/], [/\/counter[.-]/, /\bdata-most\b/]];

/** @param {{caches: CacheStorage, fetch: typeof fetch, version: string, urls: string[], origin: string}} ports */
export function createAssets({ caches, fetch, version, urls, origin }) {
    const open = () => caches.open(PREFIX + version);
    /** What is known to be stored, or on its way. @type {Map<string, Promise<unknown>>} */
    const there = new Map();

    /** Among those of this version, which stay as long as a page of this version does. @param {string} url */
    const store = async (url) => {
        const own = await open();
        if (!(await own.match(url))) {
            const response = (await caches.match(url)) ?? (await fetch(url));
            if (response.ok) {
                await own.put(url, response);
            }
        }
    };

    return {
        /** Fetches what every page needs. The rest comes with the pages that name it, so that a first visit costs little. */
        async prepare() {
            const offline = new Request(new URL(OFFLINE, origin), { cache: 'reload' });
            await (await open()).addAll([...urls, offline]);
        },

        /** Stores what a page names, so that it works without a network. @param {string} html */
        async storeFor(html) {
            const named = [...html.matchAll(NAMED)].map(([, url]) => url)
                .filter((url) => !FOR_NETWORK.test(url) && NEEDED_WITH.every(([asset, need]) => need.test(html) || !asset.test(url)));
            await Promise.all(named.map((url) => {
                const storing = there.get(url) ?? store(url);
                there.set(url, storing);
                return storing.catch((fault) => {
                    there.delete(url);
                    throw fault;
                });
            }));
        },

        /** @param {Request} request */
        async answer(request) {
            // One that the browser cannot read any more is fetched again.
            const stored = await caches.match(request).catch((fault) => console.warn('not stored:', fault));
            if (stored) {
                return stored;
            }
            const response = await fetch(request);
            if (response.ok) {
                await (await open()).put(request, response.clone());
            }
            return response;
        },

        /** The page shown without network. */
        async offline() {
            return (await caches.match(OFFLINE)) ?? Response.error();
        },

        /** Drops the assets of earlier versions. @param {string[]} versions that are still needed, besides this one */
        async dropExcept(versions) {
            const needed = [version, ...versions].map((one) => PREFIX + one);
            const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !needed.includes(name));
            await Promise.all(names.map((name) => caches.delete(name)));
        },
    };
}
