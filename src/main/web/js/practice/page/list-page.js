/** `/practice`: the server's list, preceded by the attempts that are only on this phone. */

import { confirmedIn, find, findAll, fromTemplate, message, setText } from '../../app/dom.js';
import { megabytes, minutes } from '../../app/format.js';
import { oneAtATime } from '../../app/one-at-a-time.js';
import { isOpen, storedBytes, recordedMs, safeBytes } from '../attempt/attempt.js';
import { overlay, pageOf } from '../attempt/list-overlay.js';
import { showDays, spokenTime } from '../plan/booked.js';
import { NOT_DELETED } from '../upload/completion.js';

/** @typedef {import('../attempt/attempt.js').Attempt} Attempt */

/** @param {HTMLElement} root @param {import('../ports.js').Ports} ports */
export function listPage(root, { person, store, uploader }) {
    const show = async () => {
        const attempts = await store.list(person);
        for (const { id } of await store.deleted(person)) {
            root.querySelector(`[data-attempt="${id}"]`)?.remove();
        }
        showHere(root, attempts, uploader.state);
        showDays();
        showSpace(root, attempts);
    };
    store.subscribe(show);
    hideMissingPictures(root);
    find('[data-do="clear"]', root).addEventListener('click', oneAtATime(() => clearFinished(person, store)));
    return show();
}

/** Without a network, and on a page kept for longer than its links hold, there are none. @param {HTMLElement} root */
function hideMissingPictures(root) {
    for (const picture of /** @type {HTMLImageElement[]} */ (findAll('img.poster', root))) {
        const hide = () => {
            picture.hidden = true;
        };
        picture.addEventListener('error', hide);
        if (picture.complete && picture.naturalWidth === 0) {
            hide();
        }
    }
}

/** @param {HTMLElement} root @param {Attempt[]} attempts @param {string} state */
function showHere(root, attempts, state) {
    const list = find('[data-attempts]', root);
    const shown = (/** @type {string} */ id) => list.querySelector(`[data-attempt="${id}"]`);
    const fromServer = (/** @type {string} */ id) => shown(id)?.hasAttribute('data-here') === false;
    for (const attempt of overlay(attempts.filter((one) => !isShownAsItIs(root, one)), fromServer)) {
        const before = shown(attempt.id);
        const item = before?.hasAttribute('data-here') ? before : itemFor(attempt, root);
        if (item !== before) {
            before?.remove();
            list.prepend(item);
        }
        setText(find('[data-state]', item), stateOf(attempt, state));
    }
    const there = list.children.length > 0;
    find('[data-none]', root).hidden = there;
    list.hidden = !there;
}

/**
 * Whether the server's line says as much as this phone knows: of one that is hidden, and of one that only has to be
 * handed in, which the server shows with its picture and its length.
 *
 * @param {HTMLElement} root
 * @param {Attempt} attempt
 */
function isShownAsItIs(root, { id, finishedAt, handIn, trouble }) {
    const line = root.querySelector(`[data-attempt="${id}"]:not([data-here])`);
    const ready = line?.hasAttribute('data-ready') && finishedAt !== undefined && !handIn && !trouble;
    return ready || Boolean(line?.closest('[data-hidden-attempts]'));
}

/** @param {Attempt} attempt @param {HTMLElement} root */
function itemFor(attempt, root) {
    const item = fromTemplate('template[data-item]', root);
    item.dataset.attempt = attempt.id;
    /** @type {HTMLAnchorElement} */ (find('a', item)).href = pageOf(attempt);
    // An attempt that was deleted on this phone has no title any more.
    setText(find('[data-title]', item), attempt.plan.title || message('item-untitled'));
    return item;
}

/** @param {Attempt} attempt @param {string} state of the uploader */
function stateOf(attempt, state) {
    if (attempt.submittedAt) {
        return message('item-submitted');
    }
    if (attempt.trouble) {
        return message(attempt.trouble === NOT_DELETED ? 'item-not-deleted' : 'item-trouble');
    }
    if (attempt.sentAt) {
        return message('item-preparing');
    }
    if (attempt.finishedAt) {
        return message(attempt.handIn ? 'item-handing-in' : 'item-finished');
    }
    if (attempt.booking && attempt.takes.length === 0) {
        return attempt.booking.refused
            ? message('item-not-booked')
            : message('item-booked', { time: spokenTime(new Date(attempt.booking.at), new Date()) });
    }
    if (isOpen(attempt)) {
        return attempt.takes.length > 0 ? message('item-open', { time: minutes(recordedMs(attempt)) }) : message('item-planned');
    }
    const numbers = { sent: megabytes(safeBytes(attempt)), total: megabytes(storedBytes(attempt)) };
    return message(state === 'sending' ? 'item-sending' : 'item-waiting', numbers);
}

/** @param {Attempt} attempt */
const clearable = (attempt) => attempt.finishedAt !== undefined && !attempt.cleared;

/** @param {HTMLElement} root @param {Attempt[]} attempts */
function showSpace(root, attempts) {
    const bytes = attempts.filter(clearable).reduce((sum, attempt) => sum + storedBytes(attempt), 0);
    find('[data-space]', root).hidden = bytes === 0;
    setText(find('[data-space-text]', root), message('space', { mb: megabytes(bytes) }));
}

/** @param {string} person @param {import('../attempt/attempt-store.js').AttemptStore} store */
async function clearFinished(person, store) {
    const done = (await store.list(person)).filter(clearable);
    const mb = megabytes(done.reduce((sum, attempt) => sum + storedBytes(attempt), 0));
    if (await confirmedIn('clear', { mb })) {
        for (const { id } of done) {
            await store.clear(id);
        }
    }
}
