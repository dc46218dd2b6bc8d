/**
 * Sends a video file in chunks of the server's size. What is safe there is never sent again: the same file chosen later, also
 * after the browser was closed, goes on where it stopped.
 */

import { Refusal, SignedOut, Unreachable } from '#app/http.js';

const LONGEST_WAIT_SECONDS = 60;
/** For one chunk on a slow line. */
const CHUNK_TIMEOUT_MS = 300_000;

/**
 * @typedef {object} Status
 * @property {number} chunkBytes
 * @property {number} chunks
 * @property {[number, number][]} safe
 * @property {string} state
 *
 * @typedef {object} Report
 * @property {'sent' | 'goesOn' | 'offline'} name
 * @property {number} done bytes that are safe
 * @property {number} total
 * @property {number} [seconds] until it is tried again
 *
 * @typedef {'complete' | 'paused' | 'signedOut'} Outcome
 *
 * @typedef {object} Ports
 * @property {Pick<import('../app/http.js').HttpClient, 'json' | 'call'>} api
 * @property {import('../app/clock.js').Clock} clock
 * @property {(bytes: ArrayBuffer) => Promise<string>} digestOf SHA-256 in base64
 * @property {(key: string) => string | null} remembered
 * @property {(key: string, value: string) => unknown} remember
 * @property {() => string} uuid
 * @property {(report: Report) => void} report
 */

/** @param {[number, number][]} safe ranges of numbers @param {number} count @returns {number[]} the others below count */
export function missing(safe, count) {
    const there = new Set(safe.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => from + step)));
    return Array.from({ length: count }, (_, seq) => seq).filter((seq) => !there.has(seq));
}

/** @param {Ports} ports */
export function createVideoUpload({ api, clock, digestOf, remembered, remember, uuid, report }) {
    let paused = false;
    let wake = () => {};

    /** @param {number} seconds */
    const rest = (seconds) => new Promise((resolve) => {
        const cancel = clock.after(seconds * 1000, () => resolve(undefined));
        wake = () => {
            cancel();
            resolve(undefined);
        };
    });

    /**
     * Tries until the network is there, or somebody stops it.
     *
     * @template T
     * @param {() => Promise<T>} call
     * @param {(seconds: number) => void} onWait
     * @returns {Promise<T>}
     */
    const patiently = async (call, onWait) => {
        for (let failures = 0; ; failures++) {
            try {
                return await call();
            } catch (fault) {
                if (!(fault instanceof Unreachable) || paused) {
                    throw fault;
                }
                const seconds = Math.max(fault.waitMs / 1000, Math.min(LONGEST_WAIT_SECONDS, 2 ** failures));
                onWait(Math.ceil(seconds));
                await rest(seconds);
            }
        }
    };

    /** @param {File} file @param {string} lesson @returns {Promise<{id: string, status: Status}>} */
    const announced = async (file, lesson) => {
        const key = `video ${lesson} ${file.name} ${file.size} ${file.lastModified}`;
        const announce = async (/** @type {string} */ id) => {
            const status = await patiently(
                () => api.json('PUT', `/api/videos/${id}`, { json: { lesson, bytes: file.size } }),
                (seconds) => report({ name: 'offline', done: 0, total: file.size, seconds }),
            );
            remember(key, id);
            return { id, status: /** @type {Status} */ (status) };
        };
        try {
            const known = await announce(remembered(key) ?? uuid());
            // Of one that failed nothing is kept: it is sent anew.
            return known.status.state === 'failed' ? await announce(uuid()) : known;
        } catch (fault) {
            // The one it was sent as was deleted since.
            if (fault instanceof Refusal && fault.status === 409) {
                return announce(uuid());
            }
            throw fault;
        }
    };

    /** @param {File} file @param {string} id @param {Status} status */
    const sendMissing = async (file, id, { chunkBytes, chunks, safe }) => {
        const lacking = missing(safe, chunks);
        const sizeOf = (/** @type {number} */ seq) => Math.min(chunkBytes, file.size - seq * chunkBytes);
        let done = file.size - lacking.reduce((sum, seq) => sum + sizeOf(seq), 0);
        const total = file.size;
        report({ name: done ? 'goesOn' : 'sent', done, total });
        for (const seq of lacking) {
            if (paused) {
                return;
            }
            const body = await file.slice(seq * chunkBytes, seq * chunkBytes + sizeOf(seq)).arrayBuffer();
            const headers = {
                'Content-Type': 'application/octet-stream',
                'Content-Digest': `sha-256=:${await digestOf(body)}:`,
            };
            const path = `/api/videos/${id}/chunks/${seq}`;
            await patiently(
                () => api.call('PUT', path, { body, headers, timeoutMs: CHUNK_TIMEOUT_MS }),
                (seconds) => report({ name: 'offline', done, total, seconds }),
            );
            done += sizeOf(seq);
            report({ name: 'sent', done, total });
        }
    };

    return {
        /**
         * Sends all of the file that is not safe yet.
         *
         * @param {File} file
         * @param {string} lesson
         * @returns {Promise<Outcome>} fails with a {@link Refusal} where the server will not have it
         */
        async send(file, lesson) {
            paused = false;
            try {
                const { id, status } = await announced(file, lesson);
                if (status.state === 'uploading') {
                    await sendMissing(file, id, status);
                    if (paused) {
                        return 'paused';
                    }
                    await patiently(
                        () => api.json('POST', `/api/videos/${id}/finish`),
                        (seconds) => report({ name: 'offline', done: file.size, total: file.size, seconds }),
                    );
                }
                return 'complete';
            } catch (fault) {
                if (fault instanceof SignedOut) {
                    return 'signedOut';
                }
                if (fault instanceof Unreachable) {
                    return 'paused';
                }
                throw fault;
            }
        },

        /** Stops after the chunk that is on its way. */
        pause() {
            paused = true;
            wake();
        },
    };
}
