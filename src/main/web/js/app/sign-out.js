/** Signing out with unsent work says what waits, for it goes on only when the same person signs in again on this phone. */

import { confirmed } from './dialog.js';
import { toast } from './toast.js';
import { unsent } from './unsent.js';

const WAYS = 'a[href$="/sign-out"], form[action$="/sign-out"], form[action$="/sign-out-everywhere"]';

export function startSignOut() {
    const template = /** @type {HTMLTemplateElement | null} */ (document.querySelector('template[data-sign-out]'));
    if (!template) {
        return;
    }
    const dialog = /** @type {HTMLDialogElement} */ (template.content.firstElementChild);
    for (const way of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(WAYS))) {
        way.addEventListener(way instanceof HTMLFormElement ? 'submit' : 'click', async (event) => {
            event.preventDefault();
            if (!navigator.onLine) {
                toast(dialog.dataset.offline);
            } else if (await agreed(dialog)) {
                leave(way);
            }
        });
    }
}

/** @param {HTMLDialogElement} dialog */
async function agreed(dialog) {
    const found = await unsent().catch((fault) => console.warn('this phone keeps nothing:', fault));
    if (!found) {
        return true;
    }
    const counts = {
        records: found.waiting.length,
        refused: found.refused.length,
        recordings: found.recordings.length,
        deletions: found.deletions,
    };
    const kinds = Object.entries(counts).filter(([, count]) => count > 0);
    if (kinds.length === 0) {
        return true;
    }
    const list = dialog.querySelector('ul');
    list.replaceChildren(...kinds.map(([kind, count]) => {
        const item = document.createElement('li');
        item.textContent = dialog.dataset[kind].replace('#', String(count));
        return item;
    }));
    document.body.append(dialog);
    return confirmed(dialog);
}

/** @param {HTMLElement} way */
function leave(way) {
    if (way instanceof HTMLFormElement) {
        way.submit();
    } else {
        location.assign(/** @type {HTMLAnchorElement} */ (way).href);
    }
}
