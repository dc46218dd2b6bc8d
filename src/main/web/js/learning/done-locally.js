/**
 * What a person has done on this phone, for pages that were made before the server heard of it: what waits in the
 * outbox, and what was sent since such a page was last fetched.
 *
 * @typedef {import('../app/outbox.js').SyncRecord} SyncRecord
 * @typedef {Map<string, {passed?: boolean, waits?: boolean}>} Done by {@link doneKey}; what waits is news to the server
 */

import { outbox, person, read, write } from '../app.js';
import { doneBy } from '../app/done-by.js';

/** @param {string} type of the record @param {string} what the lesson's slug or the attempt's id */
export const doneKey = (type, what) => `${type} ${what}`;

/** @param {SyncRecord} record */
const keyOf = ({ type, data }) => doneKey(type, data.lesson ?? data.attempt ?? '');

/** @returns {Promise<Done>} */
export async function doneLocally() {
    const [taken, waits] = await Promise.all([read('kv', (kv) => kv.get(doneBy(person()))), outbox().waiting()]);
    return new Map([
        ...(taken?.value ?? []).map((one) => [keyOf(one), { passed: one.passed }]),
        ...waits.map((one) => [keyOf(one), { passed: one.passed, waits: true }]),
    ]);
}

/** Forgets what a page from the server has said itself. @param {string[]} keys */
export function forgetDone(keys) {
    return write(['kv'], (kv) => {
        const key = doneBy(person());
        const found = kv.get(key);
        found.onsuccess = () => kv.put({ key, value: (found.result?.value ?? []).filter((one) => !keys.includes(keyOf(one))) });
    });
}
