/**
 * Signing out with unsent work leads to the page that lists it: it can be sent only after the same person has signed in
 * again on this phone.
 */

import { person } from '#app/browser.js';
import { dataOf, findAll } from '../app/dom.js';
import { toast } from '../app/toast.js';
import { countOf, unsentWork } from './unsent-work.js';

const LIST = '/unsent';

export function guardSignOut() {
    for (const form of /** @type {HTMLFormElement[]} */ (findAll('form[action*="/sign-out"]'))) {
        form.addEventListener('submit', async (event) => {
            event.preventDefault();
            if (!navigator.onLine && !(await isListStored())) {
                toast(dataOf(form, 'offline'));
            } else if (!navigator.onLine || (await hasUnsent())) {
                location.assign(`${LIST}#${new URL(form.action).pathname}`);
            } else {
                form.submit();
            }
        });
    }
}

/** A browser that stores nothing has nothing unsent. */
async function hasUnsent() {
    try {
        return countOf(await unsentWork(person())) > 0;
    } catch (fault) {
        console.warn('this phone stores nothing:', fault);
        return false;
    }
}

/** Whether the list can be opened without a network; staff may never have visited it. */
async function isListStored() {
    return 'caches' in globalThis && (await caches.match(LIST)) !== undefined;
}
