/** A trainee's pages: from the network, or else as the signed-in person last saw them. */

import { changesOthers, createAtOnce, isIn, kindOf, wishOf } from './at-once.js';
import { readPages } from './bundles.js';
import { SCANNED_PAGE, createInstead } from './instead.js';
import { addressIn, dropFrom, isOutdated, outdateOther, outdatedOther, partsOf, putBy, readFor } from './languages.js';
import { OWNER_HEADER, VERSION_HEADER, differenceOf, isFull, read, versionsIn } from './page-cache.js';
import { HALF_PATIENCE_MS, PATIENCE_MS, createPatience } from './patience.js';

/** And for one that is stored, while the network was just seen to be slow: some accept every request and answer none. */
const LITTLE_PATIENCE_MS = 300;
/** How long it counts as slow after it was. */
const SLOW_FOR_MS = 60_000;
/** The trainee's layout; a desk at the same address has another. */
const PHONE_LAYOUT = /<(?:main|body)[^>]*\bclass="[^"]*\b(?:phone|bare)\b/;
const OWNER = /<html[^>]*\bdata-person="([^"]+)"/;
/** A quiz that may not be answered again before tomorrow: its questions, if they are stored, are still there then. */
const FOR_NOW = /<section[^>]*\bdata-for-now\b/;
const AHEAD = { redirect: /** @type {const} */ ('manual'), headers: { Accept: 'text/html' } };

/**
 * How fetching a page ahead went: `refused` when the server or the page's owner is another, `full` when the phone has no
 * room.
 *
 * @typedef {'stored' | 'unreachable' | 'refused' | 'signed-out' | 'full'} Outcome
 * @typedef {'current' | 'older' | 'absent'} Stored `older`: outdated, of an earlier version, or in another language; it works
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
 * @param {(html: string, owner: string) => Promise<unknown>} ports.storeContent stores what a page of theirs needs besides
 * @param {(client: string, renewed: import('../js/app/renewed.js').Renewed) => Promise<unknown>} ports.tell tells an open page
 */
export function createPages({ caches, fetch, ownership, version, after, now, offline, origin, storeContent, tell }) {
    const atOnce = createAtOnce({ caches, now });

    /** As the person who is signed in now last saw it, in their language if it is there; or as it was taken along. @param {string} path */
    const stored = async (path) => {
        const cache = await ownership.pages();
        return cache && ((await readFor(cache, path, (await atOnce.state()).language)) ?? read(cache, path, true));
    };

    /** Asks the network; in the language that was chosen while there was none. @param {string} address @param {Request} [request] */
    const ask = async (address, request) => {
        const { wish } = await atOnce.state();
        const url = new URL(address, origin);
        if (!wish || wishOf(url)) {
            return request ? fetch(request) : fetch(address, AHEAD);
        }
        url.searchParams.set('lang', wish);
        return fetch(url, AHEAD);
    };

    /** @param {Response} page that is stored @param {string | undefined} [language] that it is to be in */
    const isCurrent = (page, language) => page.headers.get(VERSION_HEADER) === version && isIn(page, language) && !isOutdated(page);

    /**
     * Stores a trainee's page for its person, and reads from any page who is signed in. A page that was requested before
     * the last sign-in or sign-out is ignored.
     *
     * @param {string} address
     * @param {Response} response
     * @param {number} session in which it was requested
     * @param {number} asked when that was
     * @returns {Promise<Outcome>}
     */
    const store = async (address, response, session, asked) => {
        if (response.type === 'opaqueredirect') {
            await atOnce.sessionIsOver(asked);
            return 'signed-out';
        }
        if (response.status !== 200 || response.redirected || !response.headers.get('Content-Type')?.startsWith('text/html')) {
            return 'refused';
        }
        return keep(partsOf(address), await response.text(), response.headers, session, asked);
    };

    /**
     * @param {import('./languages.js').Parts} parts of its address
     * @param {string} html
     * @param {Headers} sent with it, or with the answer it was a part of
     * @param {number} session in which it was requested
     * @param {number} asked when that was
     * @returns {Promise<Outcome>}
     */
    const keep = async ({ path, beside }, html, sent, session, asked) => {
        const [, owner] = OWNER.exec(html) ?? [];
        if (!owner) {
            return 'refused';
        }
        const page = new Response(html, { headers: sent });
        const { headers } = page;
        // The body is stored uncompressed.
        headers.delete('Content-Encoding');
        headers.delete('Content-Length');
        headers.set(OWNER_HEADER, owner);
        headers.set(VERSION_HEADER, version);
        atOnce.mark(headers, html, asked);
        if (PHONE_LAYOUT.test(html)) {
            try {
                // First: a page that is stored works.
                await storeContent(html, owner);
            } catch (fault) {
                console.warn('not stored:', fault);
                return isFull(fault) ? 'full' : 'unreachable';
            }
        }
        /** @type {Outcome} */
        let outcome = 'refused';
        await ownership.during(session, async () => {
            await ownership.settle(owner);
            await (beside || atOnce.seen(page));
            const cache = await ownership.pagesOf(owner);
            if (FOR_NOW.test(html)) {
                const there = await readFor(cache, path, beside);
                outcome = there && isIn(there, beside) ? 'stored' : 'refused';
            } else if (PHONE_LAYOUT.test(html) && !SCANNED_PAGE.test(path)) {
                // Others say something else each day, or each time: the other one would be asked for with each opening.
                await (beside || kindOf(path) !== 'still' || outdateOther(cache, path, page));
                outcome = await putBy(cache, path, page, beside);
            }
        });
        return outcome;
    };

    const instead = createInstead({ stored, offline, origin });
    const { within, whileNetworkLives } = createPatience({ fetch, after });

    /** Until when the network counts as slow. */
    let slowUntil = 0;

    /**
     * Whether a stored page may be shown before the network has been asked: in this version and the reader's language,
     * requested after whatever was done last.
     *
     * @param {URL} url
     * @param {Response} page
     */
    const isShownAtOnce = async ({ pathname, search }, page) => {
        const kind = kindOf(pathname);
        return kind && !search && isCurrent(page) && atOnce.allows(page, kind);
    };

    /**
     * Tells the page that was shown as it was stored, once the network has answered, if there is another now.
     *
     * @param {string} client @param {string} path @param {Response} shown @param {Promise<unknown>} renewal
     */
    const tellNews = async (client, path, shown, renewal) => {
        await renewal;
        const { over } = await atOnce.state();
        const difference = over ? 'not-theirs' : await differenceOf(shown, await stored(path));
        await (difference && tell(client, { renewed: path, over: difference === 'not-theirs' }));
    };

    /** Behind a page that came: the one in the other language, if that says something else by now. @param {string} path */
    const renewOther = async (path) => {
        const cache = await ownership.pages();
        const address = cache && (await outdatedOther(cache, path));
        await (address && pages.fetchAhead(address, true));
    };

    const pages = {
        /**
         * The network's answer if it comes in time, else the page as last seen. What comes too late is stored: it is there
         * when the page is opened again.
         *
         * @param {Request} request
         * @param {(work: Promise<unknown>) => void} waitUntil keeps the service worker alive
         * @param {string} [client] the page that is being opened
         */
        async answer(request, waitUntil, client = '') {
            const url = new URL(request.url);
            const path = url.pathname;
            const session = ownership.session();
            const asked = now();
            const wish = wishOf(url);
            if (changesOthers(url)) {
                await atOnce.changed(asked, wish);
            }
            const answer = ask(request.url, request);
            const renewal = answer.then((response) => store(path, response.clone(), session, asked), () => 'unreachable');
            waitUntil(renewal.then((outcome) => (outcome === 'stored' ? renewOther(path) : undefined)));
            const kept = await stored(path);
            if (kept && (await isShownAtOnce(url, kept))) {
                kindOf(path) === 'moving' && waitUntil(tellNews(client, path, kept.clone(), renewal));
                return kept;
            }
            // Requested again if somebody signed in or out in another tab meanwhile: the first answer was for the person
            // before.
            const current = answer.then((response) => (ownership.isOver(session) ? fetch(request) : response));
            try {
                const response = kept
                    ? await within(now() < slowUntil && isIn(kept, wish) ? LITTLE_PATIENCE_MS : PATIENCE_MS, current)
                    : ((await within(HALF_PATIENCE_MS, current)) ?? (await whileNetworkLives(current)));
                if (!response) {
                    slowUntil = now() + SLOW_FOR_MS;
                    kept && waitUntil(tellNews(client, path, kept, renewal));
                    return instead(path, wish);
                }
                slowUntil = 0;
                // The server fails or is restarting, or the proxy before it cannot reach it.
                return response.status >= 500 && (await stored(path)) ? instead(path, wish) : response;
            } catch (fault) {
                console.warn('no network:', fault);
                return instead(path, wish);
            }
        },

        /**
         * Fetches a page ahead, once for each version, whose assets are dropped with it, and for another language.
         *
         * @param {string} address
         * @param {boolean} again also if it is stored already, because something on it has changed
         * @returns {Promise<Outcome>}
         */
        async fetchAhead(address, again) {
            const session = ownership.session();
            const asked = now();
            if (!again && (await pages.areStored([address], (await atOnce.state()).language))[0] === 'current') {
                return 'stored';
            }
            try {
                return await store(address, await ask(address), session, asked);
            } catch (fault) {
                console.warn('no network:', fault);
                return 'unreachable';
            }
        },

        /**
         * Fetches many pages in one answer and stores each as it comes.
         *
         * @param {string} address
         * @param {(page: string, outcome: Outcome) => boolean} report whether to go on
         * @returns {Promise<Outcome>} of the last page, or of the whole where none came
         */
        async fetchBundle(address, report) {
            const session = ownership.session();
            const asked = now();
            const beside = new URL(address, origin).searchParams.get('in') ?? undefined;
            try {
                const response = await ask(address);
                if (response.status !== 200) {
                    return store(address, response, session, asked);
                }
                /** @type {Outcome} */
                let outcome = 'unreachable';
                await readPages(response, after, async (path, html) => {
                    outcome = await keep({ path, beside }, html, response.headers, session, asked);
                    return report(addressIn(path, beside), outcome) && outcome === 'stored';
                });
                return outcome;
            } catch (fault) {
                console.warn('no network:', fault);
                return 'unreachable';
            }
        },

        /** Something is being changed: what was requested before may show how it was. */
        changed: (/** @type {string | undefined} */ wish = undefined) => atOnce.changed(now(), wish),

        /** And something that shows on home and in lists, but on no lesson. */
        moved: () => atOnce.moved(),

        /**
         * Of each page whether it is stored, for this version of the application and in that language.
         *
         * @param {string[]} addresses @param {string} [readers] language; any, where none is given
         * @returns {Promise<Stored[]>}
         */
        async areStored(addresses, readers) {
            const cache = await ownership.pages();
            return Promise.all(addresses.map(async (address) => {
                const { path, beside } = partsOf(address);
                const language = beside ?? readers;
                const page = cache && (await readFor(cache, path, language));
                return page && isIn(page, beside) ? (isCurrent(page, language) ? 'current' : 'older') : 'absent';
            }));
        },

        /** Takes pages off the phone. @param {string[]} addresses */
        async drop(addresses) {
            const cache = await ownership.pages();
            await Promise.all(cache ? addresses.map((address) => dropFrom(cache, address)) : []);
        },

        /** @returns {Promise<string[]>} the versions of the assets that the stored pages name */
        versions: async () => (await Promise.all((await ownership.allPages()).map(versionsIn))).flat(),
    };
    return pages;
}
