/** @typedef {string | URL | Request} Address */

/** The browser's caches, as far as the service worker uses them: entries in the order they were stored. */
export class MemoryCaches {
    /** @type {Map<string, MemoryCache>} */
    #caches = new Map();
    #fetch;

    /** @param {(path: string) => Promise<Response>} [fetch] for what is added by address */
    constructor(fetch = async () => Response.error()) {
        this.#fetch = fetch;
    }

    open = async (/** @type {string} */ name) => {
        const cache = this.#caches.get(name) ?? new MemoryCache(this.#fetch);
        this.#caches.set(name, cache);
        return cache;
    };

    has = async (/** @type {string} */ name) => this.#caches.has(name);

    delete = async (/** @type {string} */ name) => this.#caches.delete(name);

    keys = async () => [...this.#caches.keys()];

    /** @param {Address} request @param {{cacheName?: string}} [options] */
    async match(request, { cacheName } = {}) {
        for (const [name, cache] of this.#caches) {
            const found = (cacheName ?? name) === name && (await cache.match(request));
            if (found) {
                return found;
            }
        }
        return undefined;
    }
}

class MemoryCache {
    /** @type {Map<string, Response>} */
    #entries = new Map();
    #fetch;

    /** @param {(path: string) => Promise<Response>} fetch */
    constructor(fetch) {
        this.#fetch = fetch;
    }

    match = async (/** @type {Address} */ request, /** @type {CacheQueryOptions} */ options = {}) =>
        this.#entries.get(this.#found(request, options)[0])?.clone();

    put = async (/** @type {Address} */ request, /** @type {Response} */ response) => void this.#entries.set(address(request), response);

    delete = async (/** @type {Address} */ request, /** @type {CacheQueryOptions} */ options = {}) =>
        this.#found(request, options).map((url) => this.#entries.delete(url)).includes(true);

    keys = async () => [...this.#entries.keys()].map((url) => new Request(url));

    /** @param {Address} request @param {CacheQueryOptions} options @returns {string[]} addresses that are stored */
    #found(request, { ignoreSearch }) {
        const path = (/** @type {string} */ url) => (ignoreSearch ? url.replace(/\?.*/, '') : url);
        return [...this.#entries.keys()].filter((url) => path(url) === path(address(request)));
    }

    /** @param {Address[]} requests */
    async addAll(requests) {
        const responses = await Promise.all(requests.map((request) => this.#fetch(address(request))));
        if (responses.some(({ ok }) => !ok)) {
            throw new TypeError('not all could be fetched');
        }
        requests.forEach((request, at) => this.put(request, responses[at]));
    }
}

const address = (/** @type {Address} */ request) =>
    new URL(request instanceof Request ? request.url : request, 'https://county.example').href;
