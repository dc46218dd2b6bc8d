/**
 * Whether a stored page may be shown before the network was asked. What this depends on is stored beside who is signed in,
 * because a service worker loses its variables when it stops.
 */

import { SESSION } from './ownership.js';

const AT_ONCE = '/at-once';
const ASKED_HEADER = 'Tianbo-Asked';
const LANGUAGE_HEADER = 'Tianbo-Language';
const LANGUAGE = /<html[^>]*\blang="([^"]+)"/;

/** Pages that say the same until a lesson changes, but for a mark that it is done. */
const STILL_PAGES = /^\/(learn\/(words|search)|learn\/[\w-]+\/[\w-]+(\/quiz)?|rules(\/[\w-]+)?)$/;
/** Pages on which things change by themselves: the phone adds what was done on it, and shows a newer one when it comes. */
const MOVING_PAGES = /^\/(learn(\/paths)?)?$/;

export const LANGUAGES = ['zh-CN', 'en'];

/** In which language a stored page is. @param {Response} page */
export const languageOf = ({ headers }) => headers.get(LANGUAGE_HEADER) ?? undefined;

/** @param {Response} page that is stored @param {string} [language] any, where none is given */
export const isIn = (page, language) => !language || languageOf(page) === language;

/** The language that is chosen by opening that address. @param {URL} address */
export const wishOf = ({ searchParams }) => LANGUAGES.find((language) => language === searchParams.get('lang'));

/** @typedef {'still' | 'moving' | undefined} Kind nothing for a page that is asked for first */

/** @param {string} path @returns {Kind} */
export const kindOf = (path) => STILL_PAGES.test(path) ? 'still' : MOVING_PAGES.test(path) ? 'moving' : undefined;

/**
 * Whether a page opened by that address may change what others show, as another language does: all but what is looked for.
 *
 * @param {URL} address
 */
export const changesOthers = ({ pathname, searchParams }) =>
    [...searchParams.keys()].some((name) => name !== 'q' || pathname !== '/learn/search');

/** What the person did that shows on pages which otherwise say the same: a lesson or its quiz bears a mark. */
const SHOWN = ['lesson.completed', 'quiz.submitted'];

/** @param {string[]} types of records sent */
export const showOnPages = (types) => types.some((type) => SHOWN.includes(type));

/** And what shows in lists and on home alone. @param {string[]} types of records sent */
export const showInLists = (types) => types.includes('path.chosen');

/**
 * @typedef {object} State
 * @property {number} changedAt when something was last changed from this phone, or in another session
 * @property {number} [movedAt] when something was last changed that shows on the moving pages alone
 * @property {string} [language] of the page last seen, or chosen since
 * @property {string} [wish] the language that was chosen, until a page from the network is in it
 * @property {boolean} [over] the session is over, and no page from the network has said since whose the next one is
 */

/** @param {{caches: CacheStorage, now: () => number}} ports */
export function createAtOnce({ caches, now }) {
    let turn = Promise.resolve();

    /** @returns {Promise<State>} */
    const read = async () => (await caches.match(AT_ONCE, { cacheName: SESSION }))?.json() ?? { changedAt: 0 };

    /** @param {(state: State) => State | undefined} change undefined where nothing is to be stored */
    const update = (change) => {
        turn = turn
            .then(async () => {
                const changed = change(await read());
                if (changed) {
                    await (await caches.open(SESSION)).put(AT_ONCE, Response.json(changed));
                }
            })
            .catch((fault) => console.warn('not stored:', fault));
        return turn;
    };

    const changed = (/** @type {number} */ at = now(), /** @type {string | undefined} */ wish = undefined) =>
        update((state) => ({ ...state, changedAt: Math.max(state.changedAt, at), ...(wish && { language: wish, wish }) }));

    return {
        /** Something is changed, the language for instance: what was requested before may show how it was. */
        changed,

        /** Something is changed that shows on the moving pages alone. */
        moved: () => update((state) => ({ ...state, movedAt: now() })),

        state: () => turn.then(read).catch(() => UNKNOWN),

        /** Whoever this was, they have to sign in again before they are shown anything at once. @param {number} asked */
        sessionIsOver: (asked) => update((state) => ({ ...state, changedAt: Math.max(state.changedAt, asked), over: true })),

        /**
         * Writes into a page's headers what `seen` and `allows` need to know of it.
         *
         * @param {Headers} headers
         * @param {string} html
         * @param {number} asked when it was requested
         */
        mark(headers, html, asked) {
            headers.set(ASKED_HEADER, String(asked));
            headers.set(LANGUAGE_HEADER, LANGUAGE.exec(html)?.[1] ?? '');
        },

        /** A page came from the network and said who is signed in; one from before the last change says nothing. @param {Response} page */
        seen(page) {
            const { asked, language } = marksOf(page);
            return update(({ changedAt, movedAt, language: last, wish, over }) => {
                // Where the clock was set back, what was changed before seems to lie ahead.
                const past = (/** @type {number} */ at = 0) => (at > now() ? asked : at);
                const times = { changedAt: past(changedAt), movedAt: past(movedAt) };
                const same = !over && !wish && language === last && times.changedAt === changedAt && times.movedAt === (movedAt ?? 0);
                return asked >= times.changedAt && !same ? { ...times, language } : undefined;
            });
        },

        /** Whether a stored page may be shown. @param {Response} page @param {'still' | 'moving'} kind @returns {Promise<boolean>} */
        async allows(page, kind) {
            await turn;
            const { asked, language } = marksOf(page);
            const { changedAt, movedAt = 0, language: last, over } = await read().catch(() => UNKNOWN);
            const since = kind === 'moving' ? Math.max(changedAt, movedAt) : changedAt;
            // What was requested by a clock that was set back since may be from before the last change.
            return !over && asked > since && asked <= now() && language === last;
        },
    };
}

/** @type {State} */
const UNKNOWN = { changedAt: Infinity };

/** @param {Response} page */
function marksOf(page) {
    return { asked: Number(page.headers.get(ASKED_HEADER)), language: languageOf(page) };
}
