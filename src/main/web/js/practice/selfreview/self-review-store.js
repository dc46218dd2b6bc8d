/**
 * Self-reviews on this phone: on the disk first, then on the server. Beside the attempts, for a host may also look at a
 * recording that was made with another phone.
 *
 * @typedef {import('./self-review.js').SelfReview} SelfReview
 *
 * @typedef {object} Stored
 * @property {string} key
 * @property {string} attempt
 * @property {string} person whose it is; another person signed in on this phone never sends it
 * @property {SelfReview} review
 * @property {boolean} sent whether the server holds all of it
 * @property {string} [refused] code of the server's reason not to take it
 * @property {Partial<Record<import('./self-review.js').Part, string>>} [unkept] digests of what was spoken, and will be
 *     sent only once it is kept
 *
 * @typedef {object} Voice what was spoken
 * @property {string} key
 * @property {string} digest SHA-256 of the bytes in hex
 * @property {ArrayBuffer} bytes
 * @property {string} type
 * @property {boolean} there whether the server holds it
 */

import { read, write } from '#app/db.js';
import { fits, holdsAll, merged, PARTS } from './self-review.js';

const PREFIX = 'self-review/';
const VOICE_PREFIX = 'self-review-voice/';

/** The key in the store `kv`. @param {string} attempt */
export const keyOf = (attempt) => PREFIX + attempt;

/** The keys of what was spoken of it. @param {string} attempt */
export const voiceKeysOf = (attempt) => IDBKeyRange.bound(`${VOICE_PREFIX}${attempt}/`, `${VOICE_PREFIX}${attempt}/\uffff`);

/** @param {string} attempt @param {string} digest */
const voiceKey = (attempt, digest) => `${VOICE_PREFIX}${attempt}/${digest}`;

/** Moves it to another attempt, of which the server has nothing. @param {IDBObjectStore} kv @param {string} id @param {string} to */
export function moveReview(kv, id, to) {
    const review = kv.get(keyOf(id));
    review.onsuccess = () => {
        if (review.result) {
            kv.put({ ...review.result, key: keyOf(to), attempt: to, sent: false });
            kv.delete(keyOf(id));
        }
    };
    const voices = kv.getAll(voiceKeysOf(id));
    voices.onsuccess = () => voices.result.forEach((voice) => {
        kv.put({ ...voice, key: voiceKey(to, voice.digest), there: false });
        kv.delete(voice.key);
    });
}

export class SelfReviewStore {
    #attempts;

    /** @param {Pick<import('../attempt/attempt-store.js').AttemptStore, 'publish' | 'get' | 'write'>} attempts */
    constructor(attempts) {
        this.#attempts = attempts;
    }

    /** @param {string} attempt @param {string} person @returns {Promise<Stored | undefined>} */
    async get(attempt, person) {
        const stored = await read('kv', (kv) => kv.get(keyOf(attempt)));
        return stored?.person === person ? stored : undefined;
    }

    /** @param {string} attempt @param {string} person @param {SelfReview} review @param {Stored['unkept']} [unkept] */
    async put(attempt, person, review, unkept = {}) {
        await this.#attempts.write(['kv'], (kv) => {
            kv.put({ key: keyOf(attempt), attempt, person, review, unkept, sent: false });
            dropVoices(kv, attempt, review, unkept);
        });
        this.#attempts.publish({ kind: 'changed', id: attempt });
    }

    /**
     * Stores what was spoken of a part; it waits there until it is kept.
     *
     * @param {string} attempt
     * @param {string} person
     * @param {import('./self-review.js').Part} part
     * @param {{digest: string, bytes: ArrayBuffer, type: string}} voice
     */
    async putVoice(attempt, person, part, voice) {
        await this.#attempts.write(['kv'], (kv) => {
            kv.put({ key: voiceKey(attempt, voice.digest), there: false, ...voice });
            const found = kv.get(keyOf(attempt));
            found.onsuccess = () => {
                const before = found.result ?? { key: keyOf(attempt), attempt, person, review: {}, sent: true };
                const unkept = { ...before.unkept, [part]: voice.digest };
                kv.put({ ...before, unkept });
                dropVoices(kv, attempt, before.review, unkept);
            };
        });
        this.#attempts.publish({ kind: 'changed', id: attempt });
    }

    /** @param {string} attempt @param {string} digest @returns {Promise<Voice | undefined>} none if another phone recorded it */
    voice(attempt, digest) {
        return read('kv', (kv) => kv.get(voiceKey(attempt, digest)));
    }

    /** @param {string} attempt @param {string} digest @param {boolean} there whether the server holds it */
    async markVoice(attempt, digest, there) {
        await write(['kv'], (kv) => {
            const found = kv.get(voiceKey(attempt, digest));
            found.onsuccess = () => found.result && kv.put({ ...found.result, there });
        });
    }

    /**
     * Those the server has yet to be told of. It knows an attempt of this phone once that is finished.
     *
     * @param {string} person
     * @returns {Promise<Stored[]>}
     */
    async waiting(person) {
        /** @type {Stored[]} */
        const all = await read('kv', (kv) => kv.getAll(IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`)));
        const mine = all.filter((one) => one.person === person && !one.sent && !one.refused && fits(one.review));
        const known = await Promise.all(mine.map(async ({ attempt }) => {
            const here = await this.#attempts.get(attempt);
            return !here || here.finishedAt !== undefined;
        }));
        return mine.filter((_, index) => known[index]);
    }

    /**
     * The server answered with what holds now; what was edited here meanwhile waits on.
     *
     * @param {string} attempt
     * @param {SelfReview} answer
     */
    async acknowledge(attempt, answer) {
        await this.#change(attempt, (stored) => ({
            ...stored,
            review: merged(answer, stored.review),
            sent: holdsAll(answer, stored.review),
        }));
    }

    /** @param {string} attempt @param {string} code */
    async refuse(attempt, code) {
        await this.#change(attempt, (stored) => ({ ...stored, refused: code }));
    }

    /** The attempt is gone. @param {string} attempt */
    async forget(attempt) {
        await write(['kv'], (kv) => {
            kv.delete(keyOf(attempt));
            kv.delete(voiceKeysOf(attempt));
        });
        this.#attempts.publish({ kind: 'changed', id: attempt });
    }

    /** @param {string} attempt @param {(stored: Stored) => Stored} change */
    async #change(attempt, change) {
        await write(['kv'], (kv) => {
            const found = kv.get(keyOf(attempt));
            found.onsuccess = () => found.result && kv.put(change(found.result));
        });
        this.#attempts.publish({ kind: 'changed', id: attempt });
    }
}

/**
 * Deletes what was spoken and is no longer referred to.
 *
 * @param {IDBObjectStore} kv
 * @param {string} attempt
 * @param {SelfReview} review
 * @param {Stored['unkept']} [unkept]
 */
function dropVoices(kv, attempt, review, unkept = {}) {
    const used = PARTS.flatMap((part) => [review[part]?.voice, unkept[part]]);
    const all = kv.getAll(voiceKeysOf(attempt));
    all.onsuccess = () => all.result.filter(({ digest }) => !used.includes(digest)).forEach(({ key }) => kv.delete(key));
}
