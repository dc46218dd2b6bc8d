/**
 * The phone's shelf: attempts and their chunks in IndexedDB. A promise answered here means that the bytes are on disk.
 *
 * @typedef {import('./attempt.js').Attempt} Attempt
 * @typedef {{attempt: string, take: number, seq: number, bytes: ArrayBuffer, digest: string}} Chunk
 */

import { read, write } from '../app/db.js';

const news = 'BroadcastChannel' in self ? new BroadcastChannel('tianbo-practice') : undefined;
/** @type {Set<(message: {kind: string, [member: string]: unknown}) => void>} */
const watchers = new Set();

if (news) {
    news.onmessage = ({ data }) => watchers.forEach((watcher) => watcher(data));
}

/** Tells this page and every other open one. @param {{kind: string, [member: string]: unknown}} message */
export function tell(message) {
    news?.postMessage(message);
    watchers.forEach((watcher) => watcher(message));
}

/** @param {(message: {kind: string, [member: string]: any}) => void} watcher @returns {() => void} ends the watching */
export function watch(watcher) {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
}

/** @param {string} person @returns {Promise<Attempt[]>} oldest first, without those that were deleted */
export async function attemptsOf(person) {
    return (await allOf(person)).filter((attempt) => !attempt.deletedAt);
}

/** Those whose deletion the server has yet to be told. @param {string} person @returns {Promise<Attempt[]>} */
export async function deletedOf(person) {
    return (await allOf(person)).filter((attempt) => attempt.deletedAt);
}

/** @param {string} person @returns {Promise<Attempt[]>} */
async function allOf(person) {
    const all = await read('attempts', (store) => store.getAll());
    return all.filter((attempt) => attempt.person === person)
        .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}

/** @param {string} id @returns {Promise<Attempt | undefined>} */
export function attemptNamed(id) {
    return read('attempts', (store) => store.get(id));
}

/** @param {Attempt} attempt */
export async function add(attempt) {
    await write(['attempts'], (attempts) => attempts.add(attempt));
    tell({ kind: 'changed', id: attempt.id });
}

/**
 * Reads, changes and writes one attempt in one transaction, so that the recorder and the sender of two tabs never undo each other.
 *
 * @param {string} id
 * @param {(attempt: Attempt) => void} how
 */
export async function change(id, how) {
    await write(['attempts'], (attempts) => changing(attempts, id, how));
    tell({ kind: 'changed', id });
}

/**
 * Keeps one chunk together with the take's new end: both are on disk afterwards, or neither.
 *
 * @param {Chunk} chunk
 * @param {{type: string, startedAt: string, endMs: number}} about
 */
export async function keep(chunk, about) {
    const { attempt: id, take: number, seq, bytes } = chunk;
    let kept = false;
    await write(['attempts', 'chunks'], (attempts, chunks) => {
        changing(attempts, id, (attempt) => {
            if (attempt.deletedAt) {
                return;
            }
            chunks.add(chunk);
            kept = true;
            let take = attempt.takes.find((one) => one.take === number);
            if (!take) {
                take = { take: number, type: about.type, startedAt: about.startedAt, endedAt: about.startedAt, pieces: [], safe: [] };
                attempt.takes.push(take);
            }
            take.pieces[seq] = [bytes.byteLength, about.endMs];
            take.endedAt = new Date(Date.parse(take.startedAt) + about.endMs).toISOString();
        });
    });
    if (!kept) {
        throw new Error(`attempt ${id} is no longer on this phone`);
    }
    tell({ kind: 'changed', id });
}

/** @param {string} attempt @param {number} take @param {number} seq @returns {Promise<Chunk | undefined>} */
export function chunkAt(attempt, take, seq) {
    return read('chunks', (store) => store.get([attempt, take, seq]));
}

/** All bytes of a take in order, to be watched on the phone. @param {string} attempt @param {number} take */
export async function bytesOf(attempt, take) {
    const chunks = await read('chunks', (store) => store.getAll(whole(attempt, take)));
    return chunks.map((chunk) => chunk.bytes);
}

/** Frees the room of a recording the server holds complete; the attempt itself stays known. @param {string} id */
export async function clear(id) {
    await write(['attempts', 'chunks'], (attempts, chunks) => {
        chunks.delete(whole(id));
        changing(attempts, id, (attempt) => {
            attempt.cleared = true;
        });
    });
    tell({ kind: 'changed', id });
}

/**
 * Deletes an attempt: its bytes at once, and from the server as soon as there is a network.
 *
 * @param {string} id
 * @param {string} person whose it is, for an attempt of which this phone knows nothing
 */
export async function remove(id, person) {
    const now = new Date().toISOString();
    await write(['attempts', 'chunks'], (attempts, chunks) => {
        chunks.delete(whole(id));
        attempts.put({ id, person, plan: { title: '', format: '' }, createdAt: now, takes: [], marks: [], deletedAt: now });
    });
    tell({ kind: 'changed', id });
}

/** Forgets an attempt and its bytes. The server must know nothing of it, or all there is to know. @param {string} id */
export async function discard(id) {
    await write(['attempts', 'chunks'], (attempts, chunks) => {
        chunks.delete(whole(id));
        attempts.delete(id);
    });
    tell({ kind: 'changed', id });
}

/** @param {string} attempt @param {number} [take] */
function whole(attempt, take) {
    return take === undefined
        ? IDBKeyRange.bound([attempt], [attempt, []])
        : IDBKeyRange.bound([attempt, take], [attempt, take, []]);
}

/** @param {IDBObjectStore} attempts @param {string} id @param {(attempt: Attempt) => void} how */
function changing(attempts, id, how) {
    const found = attempts.get(id);
    found.onsuccess = () => {
        if (found.result) {
            how(found.result);
            attempts.put(found.result);
        }
    };
}
