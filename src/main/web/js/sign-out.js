/** Signing out with unsent work leads by the page that lists it: it goes on only when the same person signs in again on this phone. */

import { mine, waitsHere } from './app/recordings.js';

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[action*="/sign-out"]'))) {
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        if (!navigator.onLine || (await hasUnsent())) {
            location.assign(`/unsent#${new URL(form.action).pathname}`);
        } else {
            form.submit();
        }
    });
}

/** A browser that keeps nothing has nothing unsent. */
async function hasUnsent() {
    const all = await Promise.all([mine('outbox'), mine('refused'), mine('attempts')]).catch(() => [[], [], []]);
    return all[0].length > 0 || all[1].length > 0 || all[2].some((one) => waitsHere(one) && !one.sentAt);
}
