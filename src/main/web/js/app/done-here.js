/**
 * What a person has done on this phone, for pages that were made before the server heard of it: what waits in the outbox, and what was
 * sent since such a page was last fetched.
 *
 * @typedef {import('./outbox.js').SyncRecord} SyncRecord
 * @typedef {Map<string, {passed?: boolean, waits?: boolean}>} Done by {@link doneKey}; what waits is news to the server
 */

import { read, write } from './db.js';

const key = () => `done ${document.documentElement.dataset.person ?? ''}`;

/** @param {string} type of the record @param {string} what the lesson's slug or the attempt's id */
export const doneKey = (type, what) => `${type} ${what}`;

/** @param {SyncRecord} record */
const keyOf = ({ type, data }) => doneKey(type, data.lesson ?? data.attempt ?? '');

/** @returns {Promise<Done>} */
export async function doneHere() {
    const [kept, waiting] = await Promise.all([read('kv', (kv) => kv.get(key())), read('outbox', (outbox) => outbox.getAll())]);
    const { person } = document.documentElement.dataset;
    const mine = waiting.filter((one) => one.person === person).map((one) => [keyOf(one), { passed: one.passed, waits: true }]);
    return new Map([...Object.entries(kept?.value ?? {}), ...mine]);
}

/** Remembers what the server took, until a page from it says so too. @param {SyncRecord[]} sent */
export function keepDone(sent) {
    return changeDone((done) => sent.forEach((one) => {
        done[keyOf(one)] = { passed: one.passed };
    }));
}

/** Forgets what a page from the server has said itself. @param {string[]} keys */
export function forgetDone(keys) {
    return changeDone((done) => keys.forEach((one) => delete done[one]));
}

/** @param {(done: Record<string, {passed?: boolean}>) => void} how */
function changeDone(how) {
    return write(['kv'], (kv) => {
        const found = kv.get(key());
        found.onsuccess = () => {
            const value = found.result?.value ?? {};
            how(value);
            kv.put({ key: key(), value });
        };
    });
}
