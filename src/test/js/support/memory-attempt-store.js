import { addChunk, deletion } from '#js/practice/attempt/attempt.js';

/** @typedef {import('#js/practice/attempt/attempt.js').Attempt} Attempt */

/** The attempts of a phone as long as the test runs. What is read is a copy, as from a disk. */
export class MemoryAttemptStore {
    /** @type {Map<string, Attempt>} */
    attempts = new Map();
    /** @type {Map<string, any>} */
    chunks = new Map();
    /** Room for this many bytes of chunks. */
    room = Infinity;
    #subscribers = new Set();

    publish(message) {
        this.#subscribers.forEach((subscriber) => subscriber(message));
    }

    subscribe(subscriber) {
        this.#subscribers.add(subscriber);
        return () => this.#subscribers.delete(subscriber);
    }

    list = async (person) => this.#all(person).filter((attempt) => !attempt.deletedAt);

    deleted = async (person) => this.#all(person).filter((attempt) => attempt.deletedAt);

    get = async (id) => structuredClone(this.attempts.get(id));

    async add(attempt) {
        this.attempts.set(attempt.id, structuredClone(attempt));
        this.publish({ kind: 'changed', id: attempt.id });
    }

    async update(id, change) {
        const attempt = structuredClone(this.attempts.get(id));
        if (attempt) {
            change(attempt);
            this.attempts.set(id, attempt);
        }
        this.publish({ kind: 'changed', id });
    }

    async putChunk(chunk, take) {
        const attempt = this.attempts.get(chunk.attempt);
        if (!attempt || attempt.deletedAt || (this.room -= chunk.bytes.byteLength) < 0) {
            throw new Error('no room, or no attempt');
        }
        this.chunks.set(keyOf(chunk), chunk);
        addChunk(attempt, chunk, take);
        this.publish({ kind: 'changed', id: chunk.attempt });
    }

    chunk = async (attempt, take, seq) => this.chunks.get(keyOf({ attempt, take, seq }));

    async delete(id, person) {
        await this.#dropChunks(id);
        this.attempts.set(id, deletion(id, person));
        this.publish({ kind: 'changed', id });
    }

    async forget(id) {
        await this.#dropChunks(id);
        this.attempts.delete(id);
        this.publish({ kind: 'changed', id });
    }

    #all(person) {
        return [...this.attempts.values()].filter((one) => one.person === person).map((one) => structuredClone(one));
    }

    async #dropChunks(id) {
        [...this.chunks.keys()].filter((key) => key.startsWith(`${id} `)).forEach((key) => this.chunks.delete(key));
    }
}

const keyOf = ({ attempt, take, seq }) => `${attempt} ${take} ${seq}`;
