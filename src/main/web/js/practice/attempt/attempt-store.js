/**
 * The attempts of this phone and their chunks, in IndexedDB. When a promise resolves, the bytes are on disk.
 *
 * @typedef {import('./attempt.js').Attempt} Attempt
 * @typedef {{attempt: string, take: number, seq: number, bytes: ArrayBuffer, digest: string}} Chunk
 * @typedef {{kind: 'changed', id: string}} Changed an attempt
 * @typedef {{kind: 'sending', state: import('../upload/uploader.js').State}} Sending
 * @typedef {{kind: 'room-made', id?: undefined}} RoomMade on a full phone, for a recording
 * @typedef {Changed | Sending | RoomMade} Message
 */

import { read, recordsOf, write } from '#app/db.js';
import { inRoom } from '../../app/room.js';
import { keyOf, moveReview, voiceKeysOf } from '../selfreview/self-review-store.js';
import { addChunk, deletion } from './attempt.js';

export class AttemptStore {
    #channel;
    #dropKept;
    /** While room is made: for all that need it meanwhile. @type {Promise<boolean> | undefined} */
    #making;
    /** @type {Set<(message: Message) => void>} */
    #subscribers = new Set();

    /**
     * @param {BroadcastChannel} [channel] to the other open pages, where the browser has one
     * @param {(least: number) => Promise<boolean>} [dropKept] drops what can be fetched again, if it is so many bytes;
     *     whether it did
     */
    constructor(channel, dropKept = async () => false) {
        this.#channel = channel;
        this.#dropKept = dropKept;
        if (channel) {
            channel.onmessage = ({ data }) => this.#deliver(data);
        }
    }

    /** To this page and all other open ones. @param {Message} message */
    publish(message) {
        this.#channel?.postMessage(message);
        this.#deliver(message);
    }

    /** @param {(message: Message) => void} subscriber @returns {() => void} ends the subscription */
    subscribe(subscriber) {
        this.#subscribers.add(subscriber);
        return () => this.#subscribers.delete(subscriber);
    }

    /** @param {string} person @returns {Promise<Attempt[]>} oldest first, without those that were deleted */
    async list(person) {
        return (await all(person)).filter((attempt) => !attempt.deletedAt);
    }

    /** Those whose deletion has not been sent to the server yet. @param {string} person @returns {Promise<Attempt[]>} */
    async deleted(person) {
        return (await all(person)).filter((attempt) => attempt.deletedAt);
    }

    /** @param {string} id @returns {Promise<Attempt | undefined>} */
    get(id) {
        return read('attempts', (store) => store.get(id));
    }

    /** @param {Attempt} attempt */
    async add(attempt) {
        await this.write(['attempts'], (attempts) => attempts.add(attempt));
        this.#changed(attempt.id);
    }

    /**
     * Reads, changes and writes one attempt in one transaction, so that the recorder and the uploader of two pages never
     * overwrite each other's changes.
     *
     * @param {string} id
     * @param {(attempt: Attempt) => void} change
     */
    async update(id, change) {
        await this.write(['attempts'], (attempts) => updated(attempts, id, change));
        this.#changed(id);
    }

    /** The same without making room, for what the server can tell again. @param {string} id @param {(one: Attempt) => void} change */
    async note(id, change) {
        await write(['attempts'], (attempts) => updated(attempts, id, change));
        this.#changed(id);
    }

    /**
     * One transaction, on a full phone with room made for it.
     *
     * @template T
     * @param {Parameters<typeof write>[0]} names
     * @param {(...stores: IDBObjectStore[]) => T} work
     * @returns {Promise<T>}
     */
    write(names, work) {
        return inRoom(() => write(names, work), () => this.makeRoom());
    }

    /**
     * On a full phone: a recording is worth more than what can be fetched again.
     *
     * @param {number} [least] bytes that are needed
     * @returns {Promise<boolean>} whether it helped
     */
    makeRoom(least = 0) {
        return (this.#making ??= this.#drop(least).finally(() => (this.#making = undefined)));
    }

    /** @param {number} least */
    async #drop(least) {
        const dropped = await this.#dropKept(least).catch(() => false);
        dropped && this.publish({ kind: 'room-made' });
        return dropped;
    }

    /**
     * Stores one chunk together with the take's new end: both are on disk afterwards, or neither.
     *
     * @param {Chunk} chunk
     * @param {{type: string, startedAt: string, endMs: number}} take
     */
    async putChunk(chunk, take) {
        let stored = false;
        await this.write(['attempts', 'chunks'], (attempts, chunks) => {
            stored = false;
            updated(attempts, chunk.attempt, (attempt) => {
                if (!attempt.deletedAt) {
                    chunks.add(chunk);
                    addChunk(attempt, chunk, take);
                    stored = true;
                }
            });
        });
        if (!stored) {
            throw new Error(`attempt ${chunk.attempt} is no longer on this phone`);
        }
        this.#changed(chunk.attempt);
    }

    /** @param {string} attempt @param {number} take @param {number} seq @returns {Promise<Chunk | undefined>} */
    chunk(attempt, take, seq) {
        return read('chunks', (store) => store.get([attempt, take, seq]));
    }

    /**
     * All bytes of a take in order, to be watched on the phone.
     *
     * @param {string} attempt
     * @param {number} take
     * @returns {Promise<ArrayBuffer[]>}
     */
    async takeBytes(attempt, take) {
        /** @type {Chunk[]} */
        const chunks = await read('chunks', (store) => store.getAll(keysOf(attempt, take)));
        return chunks.map(({ bytes }) => bytes);
    }

    /**
     * Stores what was measured of a minute of a take, in place of what there was of it.
     *
     * @param {import('../signals/signal-track.js').SignalBlock} block
     */
    async putSignals(block) {
        await this.write(['attempts', 'signals'], (attempts, signals) => {
            const found = attempts.get(block.attempt);
            found.onsuccess = () => found.result && !found.result.deletedAt && signals.put(block);
        });
    }

    /**
     * @param {string} attempt
     * @param {number} take
     * @returns {Promise<import('../signals/signal-track.js').SignalBlock[]>} what was measured of it, in its order
     */
    signals(attempt, take) {
        return read('signals', (store) => store.getAll(keysOf(attempt, take)));
    }

    /** Frees the room of a recording the server holds complete; the attempt itself stays known. @param {string} id */
    async clear(id) {
        await write(['attempts', 'chunks'], (attempts, chunks) => {
            chunks.delete(keysOf(id));
            updated(attempts, id, (attempt) => {
                attempt.cleared = true;
            });
        });
        this.#changed(id);
    }

    /**
     * Moves an attempt with its bytes to another id, one chunk after the other, so that a full phone has the room. Whatever
     * cuts it off, each chunk lies under one of the two; the record follows at the end.
     *
     * @param {string} id
     * @param {string} to
     * @param {(attempt: Attempt) => Attempt} renamed
     */
    async move(id, to, renamed) {
        for (const name of /** @type {const} */ (['signals', 'chunks'])) {
            // Again until there are none: one may be stored meanwhile.
            for (let keys = await keysLeft(name, id); keys.length > 0; keys = await keysLeft(name, id)) {
                for (const key of keys) {
                    await write([name], (store) => {
                        const found = store.get(key);
                        found.onsuccess = () => {
                            if (found.result) {
                                store.put({ ...found.result, attempt: to });
                                store.delete(key);
                            }
                        };
                    });
                }
            }
        }
        await write(['attempts', 'kv'], (attempts, kv) => {
            const found = attempts.get(id);
            found.onsuccess = () => {
                if (found.result) {
                    attempts.put(renamed(found.result));
                    attempts.delete(id);
                }
            };
            moveReview(kv, id, to);
        });
        this.#changed(id);
        this.#changed(to);
    }

    /**
     * Deletes an attempt: its bytes at once, and from the server as soon as there is a network.
     *
     * @param {string} id
     * @param {string} person its owner, for an attempt that is not on this phone
     * @param {string} [recorder] of the attempt, so that nothing another phone recorded is deleted
     */
    async delete(id, person, recorder) {
        await write(['attempts', 'chunks', 'signals', 'kv'], (attempts, chunks, signals, kv) => {
            chunks.delete(keysOf(id));
            signals.delete(keysOf(id));
            kv.delete(keyOf(id));
            kv.delete(voiceKeysOf(id));
            attempts.put(deletion(id, person, recorder));
        });
        this.#changed(id);
    }

    /**
     * Removes an attempt and its bytes from the phone. The server must have nothing of it, or everything.
     *
     * @param {string} id
     */
    async forget(id) {
        await write(['attempts', 'chunks', 'signals', 'kv'], (attempts, chunks, signals, kv) => {
            chunks.delete(keysOf(id));
            signals.delete(keysOf(id));
            kv.delete(keyOf(id));
            kv.delete(voiceKeysOf(id));
            attempts.delete(id);
        });
        this.#changed(id);
    }

    /** @param {string} id */
    #changed(id) {
        this.publish({ kind: 'changed', id });
    }

    /** @param {Message} message */
    #deliver(message) {
        this.#subscribers.forEach((subscriber) => subscriber(message));
    }
}

/** @param {string} person @returns {Promise<Attempt[]>} */
async function all(person) {
    return (await recordsOf('attempts', person)).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

/** @param {'chunks' | 'signals'} name @param {string} id @returns {Promise<IDBValidKey[]>} */
const keysLeft = (name, id) => read(name, (store) => store.getAllKeys(keysOf(id)));

/** @param {string} attempt @param {number} [take] */
function keysOf(attempt, take) {
    return take === undefined
        ? IDBKeyRange.bound([attempt], [attempt, []])
        : IDBKeyRange.bound([attempt, take], [attempt, take, []]);
}

/** @param {IDBObjectStore} attempts @param {string} id @param {(attempt: Attempt) => void} change */
function updated(attempts, id, change) {
    const found = attempts.get(id);
    found.onsuccess = () => {
        if (found.result) {
            change(found.result);
            attempts.put(found.result);
        }
    };
}
