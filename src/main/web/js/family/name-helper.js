/**
 * The pages of lessons have no room to say who helped: what they stored is told apart by when help on this phone began and
 * ended. What waits when it begins was done alone, and what still waits when it ends was not.
 */

import { write } from '#app/db.js';
import { outboxStore } from '../app/outbox-store.js';
import { uuid } from '../app/uuid.js';

const OF_LESSONS = /^(lesson|video|path)\./;

/** @param {string} person @param {string} helping the help with which it was done, or `none` */
export const nameHelper = (person, helping) =>
    write(['outbox'], (outbox) => {
        const found = outbox.getAll();
        found.onsuccess = () => {
            /** @type {import('../app/outbox.js').SyncRecord[]} */
            const records = found.result;
            records.filter((one) => one.person === person && !one.helping && OF_LESSONS.test(one.type))
                .forEach((one) => outbox.put({ ...one, helping }));
        };
    });

/**
 * On the page where help on this phone begins, which says which phone it is: what another phone of theirs stored meanwhile was
 * done without help.
 *
 * @param {() => string} person
 */
export function nameNobodyFirst(person) {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-begin-here]'));
    form?.addEventListener('submit', async (event) => {
        event.preventDefault();
        /** @type {HTMLButtonElement} */ (form.querySelector('button')).disabled = true;
        // Where this phone stores nothing, nothing waits.
        await nameHelper(person(), 'none').catch(console.warn);
        const phone = /** @type {HTMLInputElement} */ (form.querySelector('[name="phone"]'));
        phone.value = await outboxStore.device(uuid()).catch(() => '');
        form.submit();
    });
}
