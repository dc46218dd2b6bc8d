/**
 * Whether a stored page may be shown before the network was asked. What this depends on is stored beside who is signed in,
 * because a service worker loses its variables when it stops.
 */

import { SESSION } from './ownership.js';

const AT_ONCE = '/at-once';
const ASKED_HEADER = 'Tianbo-Asked';
const LANGUAGE_HEADER = 'Tianbo-Language';
const LANGUAGE = /<html[^>]*\blang="([^"]+)"/;

/** What the person did that shows on pages which otherwise say the same: a lesson or its quiz bears a mark. */
const SHOWN = ['lesson.completed', 'quiz.submitted'];

/** @param {string[]} types of records sent */
export const showOnPages = (types) => types.some((type) => SHOWN.includes(type));

/**
 * @typedef {object} State
 * @property {number} changedAt when something was last changed from this phone, or in another session
 * @property {string} [language] of the page last seen
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
            .catch((fault) => console.warn('what may be shown at once:', fault));
        return turn;
    };

    const changed = (/** @type {number} */ at = now()) => update((state) => ({ ...state, changedAt: Math.max(state.changedAt, at) }));

    return {
        /** Something is changed: what was requested before may show how it was. */
        changed,

        /** Whoever this was, they have to sign in again before they are shown anything at once. @param {number} asked */
        sessionIsOver: (asked) => update(({ changedAt, language }) => ({ changedAt: Math.max(changedAt, asked), language, over: true })),

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

        /** A page came from the network and said who is signed in; one from before the last change says nothing. @param {Headers} page */
        seen(page) {
            const { asked, language } = marksOf(page);
            return update(({ changedAt, language: last, over }) =>
                asked >= changedAt && (over || language !== last) ? { changedAt, language } : undefined);
        },

        /** Whether a stored page may be shown. @param {Headers} page @returns {Promise<boolean>} */
        async allows(page) {
            await turn;
            const { asked, language } = marksOf(page);
            const { changedAt, language: last, over } = await read().catch(() => UNKNOWN);
            return !over && asked > changedAt && language === last;
        },
    };
}

/** @type {State} */
const UNKNOWN = { changedAt: Infinity };

/** @param {Headers} page */
function marksOf(page) {
    return { asked: Number(page.get(ASKED_HEADER)), language: page.get(LANGUAGE_HEADER) ?? undefined };
}
