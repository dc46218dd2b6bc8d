/**
 * Signing out with unsent work leads to the page that lists it: it can be sent only after the same person has signed in
 * again on this phone.
 */

import { person } from '#app/browser.js';
import { recordsOf } from '#app/db.js';
import { findAll } from '../app/dom.js';
import { isPending } from '../app/pending.js';

export function guardSignOut() {
    for (const form of /** @type {HTMLFormElement[]} */ (findAll('form[action*="/sign-out"]'))) {
        form.addEventListener('submit', async (event) => {
            event.preventDefault();
            if (!navigator.onLine || (await hasUnsent())) {
                location.assign(`/unsent#${new URL(form.action).pathname}`);
            } else {
                form.submit();
            }
        });
    }
}

/** A browser that stores nothing has nothing unsent. */
async function hasUnsent() {
    try {
        const [waiting, refused, attempts] =
            await Promise.all([recordsOf('outbox', person()), recordsOf('refused', person()), recordsOf('attempts', person())]);
        return waiting.length > 0 || refused.length > 0 || attempts.some((one) => isPending(one) && !one.sentAt);
    } catch (fault) {
        console.warn('this phone stores nothing:', fault);
        return false;
    }
}
