/** A helper's phone keeps nothing of a trainee whom it may no longer help. */

import { person as signedIn } from '#app/browser.js';
import { recordsOf, write } from '#app/db.js';
import { doneBy } from '../app/done-by.js';
import { find, findAll } from '../app/dom.js';
import { voiceKeysOf } from '../practice/selfreview/self-review-store.js';
import { countOf, unsentWork } from '../site/unsent-work.js';

/** What the phone holds of a person. @param {string} person */
async function heldOf(person) {
    const [waiting, refused, attempts, kept] = await Promise.all([
        recordsOf('outbox', person), recordsOf('refused', person), recordsOf('attempts', person), recordsOf('kv', person)]);
    return { waiting, refused, attempts, kept, unsent: countOf(await unsentWork(person)) };
}

/** @param {string} person @returns {Promise<number>} how many of their things have not been sent */
export async function unsentOf(person) {
    return countOf(await unsentWork(person));
}

/**
 * @param {string} person
 * @returns {Promise<number>} how much of it had not been sent
 */
export async function forget(person) {
    const { waiting, refused, attempts, kept, unsent } = await heldOf(person);
    await write(['outbox', 'refused', 'attempts', 'chunks', 'signals', 'kv'], (outbox, refusals, recorded, chunks, signals, kv) => {
        waiting.forEach(({ id }) => outbox.delete(id));
        refused.forEach(({ id }) => refusals.delete(id));
        attempts.forEach(({ id }) => {
            const ofAttempt = IDBKeyRange.bound([id], [id, []]);
            recorded.delete(id);
            chunks.delete(ofAttempt);
            signals.delete(ofAttempt);
        });
        kept.forEach(({ key, attempt }) => {
            kv.delete(key);
            if (attempt) {
                kv.delete(voiceKeysOf(attempt));
            }
        });
        kv.delete(doneBy(person));
    });
    return unsent;
}

/** A browser that is not served safely has no stored pages. @param {string[]} names */
async function dropCaches(...names) {
    if ('caches' in globalThis) {
        await Promise.all(names.map((name) => caches.delete(name)));
    }
}

/** Until the server knows, every page leads back here. @param {string[]} trainees */
function sayForgotten(trainees) {
    const body = new URLSearchParams(trainees.map((trainee) => ['trainee', trainee]));
    return fetch('/helping/forgotten', { method: 'POST', body, redirect: 'manual', keepalive: true });
}

/**
 * Of the one whom the page is about, and of others who ended it meanwhile, it says so. Whoever has signed in here
 * themselves keeps what is theirs.
 */
export async function showForgotten() {
    const all = findAll('[data-forget]');
    for (const over of all.filter(({ dataset }) => dataset.forget !== signedIn())) {
        const trainee = over.dataset.forget ?? '';
        try {
            await dropCaches(`pages-${trainee}`, `videos-${trainee}`, ...('beside' in over.dataset ? [] : ['session']));
            const lost = await forget(trainee);
            find('[data-forgotten]', over).hidden = false;
            const words = find('[data-lost]', over);
            words.textContent = (words.dataset.lost ?? '').replace('#', String(lost));
            words.hidden = lost === 0;
        } catch (fault) {
            console.warn('this phone stores nothing:', fault);
        }
    }
    if (all.length > 0) {
        await sayForgotten(all.map(({ dataset }) => dataset.forget ?? '')).catch((fault) => console.warn('said later:', fault));
    }
}
