/** A helper's phone keeps nothing of a trainee whom it may no longer help. */

import { recordsOf, write } from '#app/db.js';
import { doneBy } from '../app/done-by.js';
import { find } from '../app/dom.js';
import { isPending } from '../app/pending.js';

/**
 * @param {string} person
 * @returns {Promise<number>} how much of it had not been sent
 */
export async function forget(person) {
    const [waiting, refused, attempts, kept] = await Promise.all([
        recordsOf('outbox', person), recordsOf('refused', person), recordsOf('attempts', person), recordsOf('kv', person)]);
    await write(['outbox', 'refused', 'attempts', 'chunks', 'signals', 'kv'], (outbox, refusals, recorded, chunks, signals, kv) => {
        waiting.forEach(({ id }) => outbox.delete(id));
        refused.forEach(({ id }) => refusals.delete(id));
        attempts.forEach(({ id }) => {
            const ofAttempt = IDBKeyRange.bound([id], [id, []]);
            recorded.delete(id);
            chunks.delete(ofAttempt);
            signals.delete(ofAttempt);
        });
        kept.forEach(({ key }) => kv.delete(key));
        kv.delete(doneBy(person));
    });
    return waiting.length + refused.length + attempts.filter((one) => isPending(one) && !one.sentAt).length
        + kept.filter(({ sent }) => sent === false).length;
}

/** A browser that is not served safely has no stored pages. @param {string} person */
async function forgetPages(person) {
    if ('caches' in globalThis) {
        await caches.delete(`pages-${person}`);
        await caches.delete('session');
    }
}

export async function showForgotten() {
    const over = find('[data-forget]');
    const person = over.dataset.forget ?? '';
    try {
        await forgetPages(person);
        const lost = await forget(person);
        find('[data-forgotten]').hidden = false;
        const words = find('[data-lost]');
        words.textContent = (words.dataset.lost ?? '').replace('#', String(lost));
        words.hidden = lost === 0;
    } catch (fault) {
        console.warn('this phone stores nothing:', fault);
    }
}
