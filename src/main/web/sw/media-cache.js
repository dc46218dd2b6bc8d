/** Recordings stored on the phone. Players request them range by range. */

/** @param {{caches: CacheStorage, fetch: typeof fetch, isOnline: () => boolean, name: string}} ports */
export function createMediaCache({ caches, fetch, isOnline, name }) {
    /**
     * Whether a page plays a recording from the cache: a player fails when ranges come from network and cache in turn.
     *
     * @type {Map<string, boolean>}
     */
    const playsStored = new Map();

    return {
        open: () => caches.open(name),

        /** @param {Request} request @param {string} clientId of the page */
        async answer(request, clientId) {
            const stored = await (await caches.open(name)).match(request.url);
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
