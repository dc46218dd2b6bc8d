/**
 * Videos that a person keeps on this phone, piece by piece: what was fetched is not paid for twice. Each person of a shared
 * phone has a cache of their own, which the service worker drops with their pages.
 *
 * @typedef {object} Video
 * @property {string} video its id
 * @property {string} lesson
 * @property {string} title
 * @property {string} page address of its lesson
 * @property {number} bytes of the small copy
 *
 * @typedef {Video & {done: number}} Kept `done`: bytes that are on the phone
 * @typedef {'kept' | 'stopped' | 'offline' | 'full' | 'signed-out' | 'gone'} Outcome
 */

export const PREFIX = 'videos-';
/** So much is lost at most when the line is cut. */
const PIECE = 512 * 1024;
/** In the address of a piece. */
const FROM = 'small.mp4?from=';
const NOT_FOUND = 404;
/** Beside the small copy; a video may have no captions. */
const BESIDE = ['poster.jpg', 'captions.vtt'];

/** @typedef {ReturnType<typeof createKept>} KeptVideos */

/**
 * For want of room: drops what anybody keeps here. Entry by entry, for the bytes of a cache that is dropped as a whole are
 * given back only once no page holds it open any more.
 *
 * @param {CacheStorage} caches
 * @param {number} [least] bytes that are needed: where all of it is less, nothing is dropped
 * @returns {Promise<boolean>} whether any of it was
 */
export async function dropKept(caches, least = 0) {
    const names = (await caches.keys()).filter((one) => one.startsWith(PREFIX));
    const all = await Promise.all(names.map(async (name) => {
        const cache = await caches.open(name);
        return { name, cache, entries: await cache.keys() };
    }));
    const entries = all.flatMap((one) => one.entries);
    if (entries.filter(({ url }) => url.includes(FROM)).length * PIECE < least) {
        return false;
    }
    for (const { name, cache, entries: own } of all) {
        await Promise.all(own.map((one) => cache.delete(one)));
        await caches.delete(name);
    }
    return entries.length > 0;
}

/** @param {{caches: CacheStorage, fetch: typeof fetch, person: string}} ports */
export function createKept({ caches, fetch, person }) {
    const open = () => caches.open(PREFIX + person);
    const addressOf = (/** @type {string} */ video, /** @type {string} */ name) => `/videos/${video}/${name}`;
    const pieceOf = (/** @type {string} */ video, /** @type {number} */ from) => addressOf(video, FROM + from);
    const startsOf = (/** @type {number} */ bytes) => Array.from({ length: Math.ceil(bytes / PIECE) }, (_, index) => index * PIECE);

    /** @param {Cache} cache @param {Video} what @returns {Promise<Kept>} */
    const counted = async (cache, what) => {
        let done = 0;
        for (const from of startsOf(what.bytes)) {
            done += (await cache.match(pieceOf(what.video, from))) ? Math.min(PIECE, what.bytes - from) : 0;
        }
        return { ...what, done };
    };

    /** @param {string} address @param {Record<string, string>} [headers] */
    const get = (address, headers) =>
        fetch(address, { headers: { 'X-Requested-With': 'JavaScript', ...headers }, cache: 'no-store' });

    /** @param {Response} response @returns {Outcome | undefined} why nothing of it can be kept */
    const trouble = ({ ok, status, headers }) => {
        if (status === 401 || headers.get('Content-Type')?.startsWith('text/html')) {
            return 'signed-out';
        }
        return ok ? undefined : status === NOT_FOUND ? 'gone' : 'offline';
    };

    /** @param {Cache} cache @param {Video} what @param {number} from @returns {Promise<Outcome | undefined>} */
    const fetchPiece = async (cache, { video, bytes }, from) => {
        const last = Math.min(from + PIECE, bytes) - 1;
        const response = await get(addressOf(video, 'small.mp4'), { Range: `bytes=${from}-${last}` });
        const fault = trouble(response);
        if (fault) {
            return fault;
        }
        const piece = await response.blob();
        if (response.status !== 206 || piece.size !== last + 1 - from) {
            return 'offline';
        }
        await cache.put(pieceOf(video, from), new Response(piece, { headers: { 'Content-Type': 'video/mp4' } }));
        return undefined;
    };

    /** A browser may refuse its store: then nothing is on this phone. @template T @param {() => Promise<T>} look */
    const orNothing = async (look) => {
        try {
            return await look();
        } catch (fault) {
            console.warn('not looked for on this phone:', fault);
            return undefined;
        }
    };

    const kept = {
        /** All that is on this phone, whole or in part. @returns {Promise<Kept[]>} */
        async list() {
            const cache = await open();
            const heads = (await cache.keys()).filter(({ url }) => url.endsWith('/kept'));
            return Promise.all(heads.map(async (head) =>
                counted(cache, /** @type {Video} */ (await (await cache.match(head))?.json()))));
        },

        /** @param {string} video @returns {Promise<Kept | undefined>} */
        async find(video) {
            const cache = await open();
            const head = await cache.match(addressOf(video, 'kept'));
            return head && counted(cache, await head.json());
        },

        /**
         * Fetches what is not there yet, and says how much is.
         *
         * @param {Video} what
         * @param {(done: number) => boolean} onPiece whether to go on
         * @returns {Promise<Outcome>} 'full': nothing of it is kept, so that there is room for what the person does
         */
        async keep(what, onPiece) {
            try {
                return await fetchAll(what, onPiece);
            } catch (fault) {
                if (/** @type {Error} */ (fault).name === 'QuotaExceededError') {
                    await kept.remove(what.video);
                    return 'full';
                }
                console.warn('not kept:', fault);
                return 'offline';
            }
        },

        /** The whole video, for a player. @param {string} video @returns {Promise<Blob | undefined>} */
        blob: (video) => orNothing(() => whole(video)),

        /** Its poster or its captions. @param {string} video @param {string} name @returns {Promise<Blob | undefined>} */
        beside: (video, name) => orNothing(async () => (await (await open()).match(addressOf(video, name)))?.blob()),

        /** @param {string} video */
        async remove(video) {
            const cache = await open();
            const own = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith(`/videos/${video}/`));
            await Promise.all(own.map((one) => cache.delete(one)));
        },

        /** Whose county has taken a video back, or put another in its place, keeps it no longer. @param {string} video */
        async removeIfGone(video) {
            const response = await fetch(addressOf(video, 'poster.jpg'), { redirect: 'manual', cache: 'no-store' });
            if (response.status === NOT_FOUND) {
                await kept.remove(video);
            }
        },

        /** Where no service worker does it at signing out: what somebody else kept here is nobody's to see. */
        async removeOthers() {
            const others = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + person);
            await Promise.all(others.map((name) => caches.delete(name)));
        },
    };

    /** @param {string} video @returns {Promise<Blob | undefined>} */
    async function whole(video) {
        const there = await kept.find(video);
        if (!there || there.done < there.bytes) {
            return undefined;
        }
        const cache = await open();
        const pieces = await Promise.all(startsOf(there.bytes).map(async (from) => (await cache.match(pieceOf(video, from)))?.blob()));
        return pieces.every(Boolean) ? new Blob(/** @type {Blob[]} */ (pieces), { type: 'video/mp4' }) : undefined;
    }

    /** @param {Video} what @param {(done: number) => boolean} onPiece @returns {Promise<Outcome>} */
    async function fetchAll(what, onPiece) {
        const cache = await open();
        let { done } = await counted(cache, what);
        // By another page that made room: what is put into a cache that was dropped is not kept.
        const dropped = async () => !(await cache.match(addressOf(what.video, 'kept')));
        await cache.put(addressOf(what.video, 'kept'), Response.json(what));
        for (const name of BESIDE) {
            const response = await get(addressOf(what.video, name));
            if (!trouble(response)) {
                await cache.put(addressOf(what.video, name), new Response(await response.blob(), { headers: response.headers }));
            }
        }
        for (const from of startsOf(what.bytes)) {
            if (await cache.match(pieceOf(what.video, from))) {
                continue;
            }
            if (await dropped()) {
                return 'full';
            }
            const fault = await fetchPiece(cache, what, from);
            if (fault === 'gone') {
                await kept.remove(what.video);
            }
            if (fault) {
                return fault;
            }
            done += Math.min(PIECE, what.bytes - from);
            if (!onPiece(done) && done < what.bytes) {
                return 'stopped';
            }
        }
        return (await dropped()) ? 'full' : 'kept';
    }

    return kept;
}
