/** Signing out with unsent work leads by the page that lists it: it goes on only when the same person signs in again on this phone. */

import { mine, waitsHere } from './recordings.js';

const WAYS = 'a[href$="/sign-out"], form[action*="/sign-out"]';

export function startSignOut() {
    for (const way of /** @type {NodeListOf<any>} */ (document.querySelectorAll(WAYS))) {
        way.addEventListener(way.href ? 'click' : 'submit', async (event) => {
            event.preventDefault();
            if (location.pathname !== '/unsent' && (!navigator.onLine || (await hasUnsent()))) {
                location.assign(`/unsent#${new URL(way.href ?? way.action).pathname}`);
            } else {
                leave(way);
            }
        });
    }
}

/** @param {any} way a link or a form */
function leave(way) {
    way.href ? location.assign(way.href) : way.submit();
}

/** A browser that keeps nothing has nothing unsent. */
async function hasUnsent() {
    const all = await Promise.all([mine('outbox'), mine('refused'), mine('attempts')]).catch(() => [[], [], []]);
    return all[0].length > 0 || all[1].length > 0 || all[2].some((one) => waitsHere(one) && !one.sentAt);
}
