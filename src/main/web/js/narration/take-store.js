/**
 * Takes of sentences on this phone: on the disk first, then on the server, which then has the only copy.
 *
 * @typedef {object} Take what was spoken of a sentence
 * @property {string} key
 * @property {string} person who spoke it; another person signed in on this phone never sends it
 * @property {string} place language and slug of the lesson: `zh/first-sentence`
 * @property {string} sentence digest of its words
 * @property {string} digest SHA-256 of the bytes in hex
 * @property {ArrayBuffer} bytes
 * @property {string} type
 * @property {string} at when it was spoken
 * @property {string[]} [replaces] digests of the takes that this phone knew when it was spoken: it is later than these,
 *     whatever the clock says
 * @property {boolean} [sent] the server has it, and its bytes are gone from here; the page as stored may not know yet
 * @property {string} [later] digest of a take on the server that was spoken later and counts; this one's bytes stay here
 * @property {string} [refused] what the server said against it; it waits here until the sentence is spoken again
 *
 * @typedef {object} TakeStore
 * @property {(take: Omit<Take, 'key'>) => Promise<unknown>} put in place of an earlier take of the sentence
 * @property {(person: string) => Promise<Take[]>} all in the order they were spoken
 * @property {(take: Take, later?: string) => Promise<unknown>} settle the server has it, or a later one; unless the
 *     sentence was spoken again meanwhile
 * @property {(take: Take) => Promise<unknown>} remove unless the sentence was spoken again meanwhile
 * @property {(take: Take, words: string) => Promise<unknown>} refuse unless the sentence was spoken again meanwhile
 */

import { read, write } from '#app/db.js';

const PREFIX = 'sentence-take/';

/** @param {Pick<Take, 'person' | 'place' | 'sentence'>} take */
const keyOf = ({ person, place, sentence }) => `${PREFIX}${person}/${place}/${sentence}`;

/** @param {Take} take @param {(kv: IDBObjectStore) => unknown} change */
function ifSame({ key, digest }, change) {
    return write(['kv'], (kv) => {
        const found = kv.get(key);
        found.onsuccess = () => found.result?.digest === digest && change(kv);
    });
}

/** @type {TakeStore} */
export const takeStore = {
    put: (take) => write(['kv'], (kv) => kv.put({ ...take, key: keyOf(take) })),

    all: async (person) => {
        const range = IDBKeyRange.bound(`${PREFIX}${person}/`, `${PREFIX}${person}/\uffff`);
        /** @type {Take[]} */
        const takes = await read('kv', (kv) => kv.getAll(range));
        return takes.sort((one, other) => (one.at < other.at ? -1 : 1));
    },

    settle: (take, later) =>
        ifSame(take, (kv) => kv.put(later ? { ...take, sent: true, later } : { ...take, bytes: new ArrayBuffer(0), sent: true })),

    remove: (take) => ifSame(take, (kv) => kv.delete(take.key)),

    refuse: (take, words) => ifSame(take, (kv) => kv.put({ ...take, refused: words })),
};
