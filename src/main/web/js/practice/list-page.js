/** `/practice`: the server's list, and before it what is still on this phone only. */

import { keptBytes, open, recordedMs, safeBytes } from './attempt.js';
import { NOT_DELETED } from './completion.js';
import { ask, cameraPage, clock, megabytes, one, say, setText } from './page.js';
import { attemptsOf, clear, deletedOf, watch } from './shelf.js';

/** @typedef {import('./attempt.js').Attempt} Attempt */

/** @param {HTMLElement} root @param {string} person @param {import('./uploader.js').Uploader} uploader */
export function listPage(root, person, uploader) {
    const show = async () => {
        const attempts = await attemptsOf(person);
        for (const { id } of await deletedOf(person)) {
            root.querySelector(`[data-attempt="${id}"]`)?.remove();
        }
        showHere(root, attempts, uploader.state);
        showRoom(root, attempts);
    };
    watch(show);
    one('[data-do="clear"]', root).addEventListener('click', () => clearFinished(person));
    return show();
}

/** @param {HTMLElement} root @param {Attempt[]} attempts @param {string} state */
function showHere(root, attempts, state) {
    const list = one('[data-attempts]', root);
    // What could not be deleted stands in the server's list, and nowhere else.
    for (const attempt of attempts.filter(({ trouble }) => trouble !== NOT_DELETED)) {
        const shown = list.querySelector(`[data-attempt="${attempt.id}"]`);
        if (attempt.submittedAt && shown && !shown.hasAttribute('data-here')) {
            continue;
        }
        const item = shown?.hasAttribute('data-here') ? shown : itemFor(attempt, root);
        if (item !== shown) {
            shown?.remove();
            list.prepend(item);
        }
        setText(one('[data-state]', item), stateOf(attempt, state));
    }
    const there = list.children.length > 0;
    /** @type {HTMLElement} */ (one('[data-none]', root)).hidden = there;
    /** @type {HTMLElement} */ (list).hidden = !there;
}

/** @param {Attempt} attempt @param {HTMLElement} root */
function itemFor(attempt, root) {
    const item = /** @type {HTMLElement} */ (one('template[data-item]', root).content.firstElementChild.cloneNode(true));
    item.dataset.attempt = attempt.id;
    const link = /** @type {HTMLAnchorElement} */ (one('a', item));
    const there = attempt.submittedAt || attempt.trouble === 'failed';
    link.href = there ? `/practice/${attempt.id}` : cameraPage(attempt.id);
    setText(one('[data-title]', item), attempt.plan.title);
    return item;
}

/** @param {Attempt} attempt @param {string} state of the sender */
function stateOf(attempt, state) {
    if (attempt.submittedAt) {
        return say('item-submitted');
    }
    if (attempt.trouble) {
        return say('item-trouble');
    }
    if (attempt.sentAt) {
        return say('item-preparing');
    }
    if (attempt.finishedAt) {
        return say(attempt.handIn ? 'item-handing-in' : 'item-finished');
    }
    if (open(attempt)) {
        return attempt.takes.length > 0 ? say('item-open', { time: clock(recordedMs(attempt)) }) : say('item-planned');
    }
    const numbers = { sent: megabytes(safeBytes(attempt)), total: megabytes(keptBytes(attempt)) };
    return say(state === 'sending' ? 'item-sending' : 'item-waiting', numbers);
}

/** @param {Attempt} attempt */
const clearable = (attempt) => attempt.finishedAt !== undefined && !attempt.cleared;

/** @param {HTMLElement} root @param {Attempt[]} attempts */
function showRoom(root, attempts) {
    const bytes = attempts.filter(clearable).reduce((sum, attempt) => sum + keptBytes(attempt), 0);
    /** @type {HTMLElement} */ (one('[data-room]', root)).hidden = bytes === 0;
    setText(one('[data-room-text]', root), say('room', { mb: megabytes(bytes) }));
}

/** @param {string} person */
async function clearFinished(person) {
    const done = (await attemptsOf(person)).filter(clearable);
    const mb = megabytes(done.reduce((sum, attempt) => sum + keptBytes(attempt), 0));
    if (await ask('clear', { mb })) {
        for (const { id } of done) {
            await clear(id);
        }
    }
}
