/**
 * Who is signed in on this phone, and whose pages are stored on it. Phones are shared: a page is shown only to the
 * person who is signed in at that moment, as the last page from the network said. From a sign-in or a sign-out until
 * the next such page nobody is known, and no stored page is shown.
 */

/** One cache of pages for each person. */
const PAGES = 'pages-';
/** Says who is signed in. Stored as a cache, for a service worker forgets its variables whenever it rests. */
const SESSION = 'session';
const WHO = '/who';

/** @typedef {ReturnType<typeof createOwnership>} Ownership */

/** @param {{caches: CacheStorage}} ports */
export function createOwnership({ caches }) {
    /** Counts sign-ins and sign-outs: a page asked for before the last of them is for whoever was there then. */
    let sessions = 0;
    let turn = Promise.resolve();

    /** One change after the other, for each looks at what the one before has left. @param {() => Promise<void>} work */
    const inTurn = (work) => {
        turn = turn.then(work).catch((fault) => console.warn('stored pages:', fault));
        return turn;
    };

    /** @param {(name: string) => boolean} which */
    const drop = async (which) => {
        const names = (await caches.keys()).filter((name) => name.startsWith(PAGES) && which(name));
        await Promise.all(names.map((name) => caches.delete(name)));
    };

    /** @returns {Promise<string>} who is signed in; empty while that is not known */
    const person = async () => (await caches.match(WHO, { cacheName: SESSION }))?.text() ?? '';

    const owned = {
        person,

        /** @returns {number} to be handed to `isOver` with what was asked for now */
        session: () => sessions,

        /** Whether somebody signed in or out since. @param {number} session */
        isOver: (session) => session !== sessions,

        /** A sign-in went through: nobody is known until the next page says who it was. */
        signedIn() {
            sessions++;
            return inTurn(async () => {
                await caches.delete(SESSION);
            });
        },

        /** A sign-out went through: nothing of anybody stays. */
        signedOut() {
            sessions++;
            return inTurn(async () => {
                await caches.delete(SESSION);
                await drop(() => true);
            });
        },

        /**
         * Runs after what was begun before, and only while the session is the same.
         *
         * @param {number} session
         * @param {() => Promise<void>} work
         */
        during: (session, work) => inTurn(async () => {
            if (!owned.isOver(session)) {
                await work();
            }
        }),

        /** This person is signed in; what was stored for anybody else goes. @param {string} owner */
        async settle(owner) {
            if ((await person()) !== owner) {
                await (await caches.open(SESSION)).put(WHO, new Response(owner));
                await drop((name) => name !== PAGES + owner);
            }
        },

        /** @param {string} owner */
        pagesOf: (owner) => caches.open(PAGES + owner),

        /** The pages of everybody. @returns {Promise<Cache[]>} */
        async allPages() {
            const names = (await caches.keys()).filter((name) => name.startsWith(PAGES));
            return Promise.all(names.map((name) => caches.open(name)));
        },
    };
    return owned;
}
