/**
 * Who is signed in on this phone, and whose pages are stored on it. Phones are shared: a page is shown only to the
 * person who is signed in at that moment, according to the last page from the network. From a sign-in or a sign-out
 * until the next such page the person is unknown, and no stored page is shown.
 */

/** One cache of pages for each person. */
const PAGES = 'pages-';
/** And one of the videos that they keep: `js/videos/kept.js`. */
const VIDEOS = 'videos-';
/** And one of the index in which they search: a county's own lessons are in it. */
const SEARCHES = 'searches-';
/** The id of the signed-in person. Stored as a cache, because a service worker loses its variables when it stops. */
export const SESSION = 'session';
const WHO = '/who';

/** @typedef {ReturnType<typeof createOwnership>} Ownership */

/** @param {{caches: CacheStorage}} ports */
export function createOwnership({ caches }) {
    /** Counts sign-ins and sign-outs: a page requested before the last of them is for the person of that time. */
    let sessions = 0;
    let turn = Promise.resolve();

    /** Runs one change after the other, because each depends on the result of the one before. @param {() => Promise<void>} work */
    const inTurn = (work) => {
        turn = turn.then(work).catch((fault) => console.warn('not stored:', fault));
        return turn;
    };

    /** @param {(owner: string) => boolean} whose */
    const drop = async (whose) => {
        const names = (await caches.keys())
            .filter((name) => [PAGES, VIDEOS, SEARCHES].some((prefix) => name.startsWith(prefix) && whose(name.slice(prefix.length))));
        await Promise.all(names.map((name) => caches.delete(name)));
    };

    /** @returns {Promise<string>} id of the signed-in person; empty while unknown */
    const person = async () => (await caches.match(WHO, { cacheName: SESSION }))?.text() ?? '';

    const owned = {
        person,

        /** @returns {number} to pass to `isOver` for what is requested now */
        session: () => sessions,

        /** Whether somebody signed in or out since. @param {number} session */
        isOver: (session) => session !== sessions,

        /** A sign-in succeeded: the person is unknown until the next page. */
        signedIn() {
            sessions++;
            return inTurn(async () => {
                await caches.delete(SESSION);
            });
        },

        /** A sign-out succeeded: what is stored for anybody is dropped. */
        signedOut() {
            sessions++;
            return inTurn(async () => {
                await caches.delete(SESSION);
                await drop(() => true);
            });
        },

        /**
         * Runs after the changes begun before, and only if the session is still the same.
         *
         * @param {number} session
         * @param {() => Promise<void>} work
         */
        during: (session, work) => inTurn(async () => {
            if (!owned.isOver(session)) {
                await work();
            }
        }),

        /** This person is signed in; what is stored for others is dropped. @param {string} owner */
        async settle(owner) {
            if ((await person()) !== owner) {
                await (await caches.open(SESSION)).put(WHO, new Response(owner));
                await drop((other) => other !== owner);
            }
        },

        /** Those of the signed-in person; undefined while unknown. */
        async pages() {
            const owner = await person();
            return owner ? caches.open(PAGES + owner) : undefined;
        },

        /** @param {string} owner */
        pagesOf: (owner) => caches.open(PAGES + owner),

        /** @param {string} owner */
        searchesOf: (owner) => caches.open(SEARCHES + owner),

        /** The pages of everybody. @returns {Promise<Cache[]>} */
        async allPages() {
            const names = (await caches.keys()).filter((name) => name.startsWith(PAGES));
            return Promise.all(names.map((name) => caches.open(name)));
        },
    };
    return owned;
}
