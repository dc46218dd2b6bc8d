/** What is shown where the network has no answer. */

import { isIn } from './at-once.js';

const ATTEMPT_PAGE = /^\/practice\/([0-9a-f]{8}-[0-9a-f-]{27})$/;
/** What the code on the trainer's screen opens: never the same twice, so none is stored. */
export const SCANNED_PAGE = /^\/attend\/./;
const ATTENDANCE = '/attend';
/** Where it says that a language comes with the network, and how both are taken along. */
const LATER = '/learn/offline';

/**
 * @param {object} ports
 * @param {(path: string) => Promise<Response | undefined>} ports.stored the page as it was last seen
 * @param {() => Promise<Response>} ports.offline the page shown without network
 * @param {string} ports.origin
 */
export function createInstead({ stored, offline, origin }) {
    const goTo = (/** @type {string} */ address) => Response.redirect(new URL(address, origin));

    /**
     * Instead of a page that was never seen. The camera page shows an attempt if it is on this phone; the person's own
     * page of attendance takes a code that was scanned.
     *
     * @param {string} path
     */
    const ofUnseen = async (path) => {
        if (SCANNED_PAGE.test(path)) {
            return (await stored(ATTENDANCE)) ?? offline();
        }
        const attempt = ATTEMPT_PAGE.exec(path)?.[1];
        return attempt ? goTo(`/practice/camera#${attempt}`) : offline();
    };

    /**
     * Of a page that is not in the language that was just chosen, words say when it comes, to those who have the page with
     * these words.
     *
     * @param {string} path
     * @param {string} [wish] that language
     */
    return async (path, wish) => {
        const page = await stored(path);
        if (!page) {
            return ofUnseen(path);
        }
        return isIn(page, wish) || !(await stored(LATER)) ? page : goTo(`${LATER}#later-${wish}`);
    };
}
