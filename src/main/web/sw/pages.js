/** A trainee's pages: from the network, or else as the signed-in person last saw them. */

/** How long the network has for a page. */
const PATIENCE_MS = 4000;
/** And for one that is stored, while the network was just seen to be slow: some accept every request and answer none. */
const LITTLE_PATIENCE_MS = 300;
/** Costs the server nothing to answer. */
const SMALL = '/favicon.svg';
/** How long it counts as slow after it was. */
const SLOW_FOR_MS = 60_000;
const ATTEMPT_PAGE = /^\/practice\/([0-9a-f]{8}-[0-9a-f-]{27})$/;
/** What the code on the trainer's screen opens: never the same twice, so none is stored. */
const SCANNED_PAGE = /^\/attend\/./;
const ATTENDANCE = '/attend';
/** The trainee's layout; a desk at the same address has another. */
const PHONE_LAYOUT = /<(?:main|body)[^>]*\bclass="[^"]*\b(?:phone|bare)\b/;
const OWNER = /<html[^>]*\bdata-person="([^"]+)"/;
/** An earlier version stored the pages of one person at a time, in one cache. */
const ONE_PERSON_CACHE = 'pages';
const VERSION_HEADER = 'Tianbo-Version';
const OWNER_HEADER = 'Tianbo-Owner';

/**
 * How fetching a page ahead went: `refused` when the server or the page's owner is another, `full` when the phone has no
 * room.
 *
 * @typedef {'stored' | 'unreachable' | 'refused' | 'signed-out' | 'full'} Outcome
 * @typedef {'current' | 'older' | 'absent'} Stored `older`: it names the assets of an earlier version, and works
 */

/**
 * @param {object} ports
 * @param {CacheStorage} ports.caches
 * @param {typeof fetch} ports.fetch
 * @param {import('./ownership.js').Ownership} ports.ownership
 * @param {string} ports.version of the assets that pages name now
 * @param {(ms: number) => Promise<unknown>} ports.after
 * @param {() => number} ports.now in milliseconds
 * @param {() => Promise<Response>} ports.offline the page shown without network
 * @param {string} ports.origin
 * @param {(html: string) => Promise<unknown>} ports.storeContent stores what a page needs besides assets
 */
export function createPages({ caches, fetch, ownership, version, after, now, offline, origin, storeContent }) {
    /** The page as the person who is signed in now last saw it. @param {string} path */
    const stored = async (path) => {
        const person = await ownership.person();
        return person ? (await ownership.pagesOf(person)).match(path) : undefined;
    };

    /**
     * Stores a trainee's page for its person, and reads from any page who is signed in. A page that was requested before
     * the last sign-in or sign-out is ignored.
     *
     * @param {string} path
     * @param {Response} response
     * @param {number} session in which it was requested
     * @returns {Promise<Outcome>}
     */
    const store = async (path, response, session) => {
        if (response.type === 'opaqueredirect') {
            return 'signed-out';
        }
        if (response.status !== 200 || response.redirected || !response.headers.get('Content-Type')?.startsWith('text/html')) {
            return 'refused';
        }
        const html = await response.text();
        const owner = OWNER.exec(html)?.[1];
        if (!owner) {
            return 'refused';
        }
        const headers = new Headers(response.headers);
        // The body is stored uncompressed.
        headers.delete('Content-Encoding');
        headers.delete('Content-Length');
        headers.set(OWNER_HEADER, owner);
        headers.set(VERSION_HEADER, version);
        if (PHONE_LAYOUT.test(html)) {
            // First: a page that is stored works.
            await storeContent(html);
        }
        /** @type {Outcome} */
        let outcome = 'refused';
        await ownership.during(session, async () => {
            await ownership.settle(owner);
            if (PHONE_LAYOUT.test(html) && !SCANNED_PAGE.test(path)) {
                outcome = await put(await ownership.pagesOf(owner), path, new Response(html, { headers }));
            }
        });
        return outcome;
    };

    /**
     * Instead of a page that was never seen. The camera page shows an attempt if it is on this phone; the person's own
     * page of attendance takes a code that was scanned.
     *
     * @param {string} path
     */
    const instead = async (path) => {
        if (SCANNED_PAGE.test(path)) {
            return (await stored(ATTENDANCE)) ?? offline();
        }
        const attempt = ATTEMPT_PAGE.exec(path)?.[1];
        return attempt ? Response.redirect(new URL(`/practice/camera#${attempt}`, origin)) : offline();
    };

    /** @param {number} ms @param {Promise<Response>} answer @returns {Promise<Response | undefined>} undefined if it is late */
    const within = async (ms, answer) => /** @type {Response | undefined} */ (await Promise.race([answer, after(ms)]));

    /**
     * A server that is slow is waited for, a network that gives no answer to anything is not.
     *
     * @param {Promise<Response>} answer
     */
    const whileNetworkLives = async (answer) => {
        let lives = false;
        fetch(SMALL, { method: 'HEAD', cache: 'no-store' }).then(() => (lives = true), () => {});
        return (await within(PATIENCE_MS / 2, answer)) ?? (lives ? answer : undefined);
    };

    /** Until when the network counts as slow. */
    let slowUntil = 0;

    return {
        /**
         * The network's answer if it comes in time, else the page as last seen. What comes too late is stored: it is there
         * when the page is opened again.
         *
         * @param {Request} request
         * @param {(work: Promise<unknown>) => void} waitUntil keeps the service worker alive
         */
        async answer(request, waitUntil) {
            const path = new URL(request.url).pathname;
            const session = ownership.session();
            const answer = fetch(request);
            waitUntil(answer.then((response) => store(path, response.clone(), session), () => {}));
            // Requested again if somebody signed in or out in another tab meanwhile: the first answer was for the person
            // before.
            const current = answer.then((response) => (ownership.isOver(session) ? fetch(request) : response));
            try {
                const response = (await stored(path))
                    ? await within(now() < slowUntil ? LITTLE_PATIENCE_MS : PATIENCE_MS, current)
                    : ((await within(PATIENCE_MS / 2, current)) ?? (await whileNetworkLives(current)));
                if (!response) {
                    slowUntil = now() + SLOW_FOR_MS;
                    return (await stored(path)) ?? instead(path);
                }
                slowUntil = 0;
                // The server fails or is restarting, or the proxy before it cannot reach it.
                return response.status >= 500 ? ((await stored(path)) ?? response) : response;
            } catch (fault) {
                console.warn('no network:', fault);
                return (await stored(path)) ?? instead(path);
            }
        },

        /**
         * Fetches a page ahead, once for each version: the assets it names are dropped with their version.
         *
         * @param {string} path
         * @param {boolean} again also if it is stored already, because something on it has changed
         * @returns {Promise<Outcome>}
         */
        async fetchAhead(path, again) {
            const session = ownership.session();
            if (!again && (await stored(path))?.headers.get(VERSION_HEADER) === version) {
                return 'stored';
            }
            const request = { redirect: /** @type {const} */ ('manual'), headers: { Accept: 'text/html' } };
            try {
                return await store(path, await fetch(path, request), session);
            } catch (fault) {
                console.warn('no network:', fault);
                return 'unreachable';
            }
        },

        /**
         * Of each page whether it is stored, and for this version of the application.
         *
         * @param {string[]} paths
         * @returns {Promise<Stored[]>}
         */
        async areStored(paths) {
            const person = await ownership.person();
            if (!person) {
                return paths.map(() => 'absent');
            }
            const cache = await ownership.pagesOf(person);
            return Promise.all(paths.map(async (path) => {
                const page = await cache.match(path);
                return !page ? 'absent' : page.headers.get(VERSION_HEADER) === version ? 'current' : 'older';
            }));
        },

        /** Takes pages off the phone. @param {string[]} paths */
        async drop(paths) {
            const person = await ownership.person();
            const cache = person && (await ownership.pagesOf(person));
            await Promise.all(cache ? paths.map((path) => cache.delete(path)) : []);
        },

        /** @returns {Promise<string[]>} the versions of the assets that the stored pages name */
        async versions() {
            const pages = await Promise.all((await ownership.allPages()).map(async (cache) =>
                Promise.all((await cache.keys()).map((request) => cache.match(request)))));
            return pages.flat().map((page) => page?.headers.get(VERSION_HEADER) ?? '');
        },

        async moveThoseOfOnePersonCache() {
            if (!(await caches.has(ONE_PERSON_CACHE))) {
                return;
            }
            const before = await caches.open(ONE_PERSON_CACHE);
            for (const request of await before.keys()) {
                const page = await before.match(request);
                const owner = page?.headers.get(OWNER_HEADER);
                if (page && owner) {
                    await ownership.settle(owner);
                    await (await ownership.pagesOf(owner)).put(request, page);
                }
            }
            await caches.delete(ONE_PERSON_CACHE);
        },
    };
}

/** @param {Cache} cache @param {string} path @param {Response} page @returns {Promise<Outcome>} */
async function put(cache, path, page) {
    try {
        await cache.put(path, page);
        return 'stored';
    } catch (fault) {
        console.warn('not stored:', fault);
        return 'full';
    }
}
