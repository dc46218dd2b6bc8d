import { addChunk, deletion } from '#js/practice/attempt/attempt.js';

/**
 * @typedef {import('#js/practice/attempt/attempt.js').Attempt} Attempt
 * @typedef {import('#js/practice/attempt/attempt-store.js').Chunk} Chunk
 * @typedef {import('#js/practice/attempt/attempt-store.js').Message} Message
 */

/** The attempts of a phone as long as the test runs. What is read is a copy, as from a disk. */
export class MemoryAttemptStore {
    /** @type {Map<string, Attempt>} */
    attempts = new Map();
    /** @type {Map<string, Chunk>} */
    chunks = new Map();
    /** Room for this many bytes of chunks. */
    room = Infinity;
    /** @type {Set<(message: Message) => void>} */
    #subscribers = new Set();

    /** @param {Message} message */
    publish(message) {
        this.#subscribers.forEach((subscriber) => subscriber(message));
    }

    /** @param {(message: Message) => void} subscriber */
    subscribe(subscriber) {
        this.#subscribers.add(subscriber);
        return () => this.#subscribers.delete(subscriber);
    }

    list = async (/** @type {string} */ person) => this.#all(person).filter((attempt) => !attempt.deletedAt);

    deleted = async (/** @type {string} */ person) => this.#all(person).filter((attempt) => attempt.deletedAt);

    get = async (/** @type {string} */ id) => structuredClone(this.attempts.get(id));

    /** @param {Attempt} attempt */
    async add(attempt) {
        this.attempts.set(attempt.id, structuredClone(attempt));
        this.publish({ kind: 'changed', id: attempt.id });
    }

    /** @param {string} id @param {(attempt: Attempt) => void} change */
    async update(id, change) {
        const attempt = structuredClone(this.attempts.get(id));
        if (attempt) {
            change(attempt);
            this.attempts.set(id, attempt);
        }
        this.publish({ kind: 'changed', id });
    }

    note = (/** @type {string} */ id, /** @type {(attempt: Attempt) => void} */ change) => this.update(id, change);

    makeRoom = async () => false;

    /** @param {Chunk} chunk @param {{type: string, startedAt: string, endMs: number}} take */
    async putChunk(chunk, take) {
        const attempt = this.attempts.get(chunk.attempt);
        if (!attempt || attempt.deletedAt || (this.room -= chunk.bytes.byteLength) < 0) {
            throw new Error('no room, or no attempt');
        }
        this.chunks.set(keyOf(chunk), chunk);
        addChunk(attempt, chunk, take);
        this.publish({ kind: 'changed', id: chunk.attempt });
    }

    chunk = async (/** @type {string} */ attempt, /** @type {number} */ take, /** @type {number} */ seq) =>
        this.chunks.get(keyOf({ attempt, take, seq }));

    /** @param {string} id @param {string} person @param {string} [recorder] */
    async delete(id, person, recorder) {
        await this.#dropChunks(id);
        this.attempts.set(id, deletion(id, person, recorder));
        this.publish({ kind: 'changed', id });
    }

    /** @param {string} id */
    async forget(id) {
        await this.#dropChunks(id);
        this.attempts.delete(id);
        this.publish({ kind: 'changed', id });
    }

    /** @param {string} id */
    async clear(id) {
        await this.#dropChunks(id);
        await this.update(id, (attempt) => {
            attempt.cleared = true;
        });
    }

    /** @param {string} person */
    #all(person) {
        return [...this.attempts.values()].filter((one) => one.person === person).map((one) => structuredClone(one));
    }

    /** @param {string} id */
    async #dropChunks(id) {
        [...this.chunks.keys()].filter((key) => key.startsWith(`${id} `)).forEach((key) => this.chunks.delete(key));
    }
}

/** @param {Pick<Chunk, 'attempt' | 'take' | 'seq'>} chunk */
const keyOf = ({ attempt, take, seq }) => `${attempt} ${take} ${seq}`;
