/**
 * What a person has done on this phone and pages from the server may not show yet: what waits in the outbox, and what was
 * sent since such a page was last fetched.
 *
 * @typedef {import('../app/outbox.js').SyncRecord} SyncRecord
 * @typedef {Map<string, {passed?: boolean, waits: boolean}>} Done by {@link doneKey}; `waits` if not sent yet
 */

import { person } from '#app/browser.js';
import { read, write } from '#app/db.js';
import { outbox } from '#app/sync.js';
import { doneBy } from '../app/done-by.js';

/** @param {string} type of the record @param {string} what the lesson's slug or the attempt's id */
export const doneKey = (type, what) => `${type} ${what}`;

/** @param {SyncRecord} record */
const keyOf = ({ type, data }) => doneKey(type, data.lesson ?? data.attempt ?? '');

/** @returns {Promise<Done>} */
export async function doneLocally() {
    const [sent, waiting] = await Promise.all([read('kv', (kv) => kv.get(doneBy(person()))), outbox().waiting()]);
    return new Map([...recordsIn(sent), ...waiting].map((one) => [keyOf(one), { passed: one.passed, waits: waiting.includes(one) }]));
}

/** What the server has accepted, in the value of its key. @param {{value: SyncRecord[]} | undefined} stored */
const recordsIn = (stored) => stored?.value ?? [];

/** Removes what a page from the server shows itself. @param {string[]} keys */
export function forgetDone(keys) {
    return write(['kv'], (kv) => {
        const key = doneBy(person());
        const found = kv.get(key);
        found.onsuccess = () => kv.put({ key, value: recordsIn(found.result).filter((record) => !keys.includes(keyOf(record))) });
    });
}
