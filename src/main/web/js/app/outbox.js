/**
 * What a person did on this phone, on its way to the county: stored on the disk first, sent when there is a network,
 * and forgotten only when the server has said that it holds it.
 *
 * @typedef {object} SyncRecord
 * @property {string} id
 * @property {string} type
 * @property {string} at
 * @property {Record<string, any>} data
 * @property {string} person
 * @property {string} [about] what it is about, in the words of the page it was made on; not sent
 * @property {boolean} [passed] of a quiz, as this phone judged it; not sent
 * @property {string} [code] why the server did not take it
 *
 * @typedef {{id: string, status: 'accepted' | 'duplicate' | 'rejected', code?: string}} SyncResult
 * @typedef {{waiting: number, refused: number, clock: number}} Status refused for another reason than the phone's
 *     clock, or for it
 *
 * @typedef {object} Ports
 * @property {string} person phones are shared: what one villager did is never sent in another's name
 * @property {import('./outbox-store.js').OutboxStore} store
 * @property {import('./http.js').HttpClient} api
 * @property {import('./clock.js').Clock} clock
 * @property {<T>(name: string, work: () => Promise<T>) => Promise<T>} exclusively one page at a time
 * @property {(status: Status) => void} onStatus
 * @property {() => void} onSent everything is sent, and some of it was news to the server
 */

import { uuid } from './uuid.js';

/** The server's limit of records in one call. */
const MOST = 500;
const SHORTEST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;
const TIMEOUT_MS = 30_000;
const DAY_MS = 86_400_000;

/** The server's word for a phone whose clock stood far from the truth. */
const CLOCK_WRONG = 'learning.time-out-of-range';
/** One record among many may be the reason for these: without it the others are taken. */
const SPOILT = [400, 413, 422];

/** @typedef {ReturnType<typeof createOutbox>} Outbox */

/** @param {Ports} ports */
export function createOutbox({ person, store, api, clock, exclusively, onStatus, onSent }) {
    let waitMs = SHORTEST_WAIT_MS;
    let cancelRetry = () => {};
    /** @type {Promise<void> | undefined} */
    let flushing;
    /** Whether the server took anything since the outbox was last empty. */
    let news = false;

    /** @returns {Promise<SyncRecord[]>} what waits for the network, of this person */
    const waiting = () => store.waiting(person);

    /** @returns {Promise<SyncRecord[]>} what the server did not take, with its code: for a person to look at */
    const refused = () => store.refused(person);

    /** Says how many records stand where. */
    const report = async () => {
        const aside = await refused();
        const wrongClock = aside.filter(({ code }) => code === CLOCK_WRONG).length;
        onStatus({ waiting: (await waiting()).length, refused: aside.length - wrongClock, clock: wrongClock });
    };

    /**
     * Sends what waits; what could not be sent stays and is tried again later. Fails only where this phone stores
     * nothing.
     */
    const flush = () => {
        report();
        flushing ??= exclusively('tianbo-outbox', send)
            .then(afterSending, (fault) => {
                console.warn('still waiting:', fault.message);
                retryLater(fault.waitMs);
            })
            .finally(() => {
                flushing = undefined;
                return report();
            });
        return flushing;
    };

    const afterSending = async () => {
        waitMs = SHORTEST_WAIT_MS;
        // Something may have come in at the last moment, or another page may be the one that sends.
        if ((await waiting()).length) {
            retryLater();
        } else if (news) {
            news = false;
            onSent();
        }
    };

    const send = async () => {
        await requeueOnceClockIsRight();
        if ((await waiting()).length) {
            await requireOwner();
        }
        let size = MOST;
        for (let records = await waiting(); records.length; records = await waiting()) {
            const batch = records.slice(0, size);
            try {
                await settle(batch, await post(batch));
            } catch (fault) {
                if (!SPOILT.includes(fault.status)) {
                    throw fault;
                }
                if (batch.length === 1) {
                    await settle(batch, [{ id: batch[0].id, status: 'rejected', code: `http.${fault.status}` }]);
                }
                // One of these spoils the whole call: halve until it stands alone, so that it holds up nobody else.
                size = Math.ceil(batch.length / 2);
            }
        }
    };

    /**
     * What was refused because the phone's clock was wrong waits again once the clock has been set right. When it
     * really was, nobody knows any more: it counts from now.
     */
    const requeueOnceClockIsRight = async () => {
        const now = clock.now();
        const wrong = (await refused()).filter(({ code, at }) => code === CLOCK_WRONG && Math.abs(now - Date.parse(at)) > DAY_MS);
        if (wrong.length) {
            await store.requeue(wrong.map(({ id }) => id), new Date(now).toISOString());
        }
    };

    /** A page may have stayed open while somebody else signed in on the same phone: what is sent now would be theirs. */
    const requireOwner = async () => {
        if ((await api.json('GET', '/api/me', { timeoutMs: TIMEOUT_MS })).id !== person) {
            throw new Error('somebody else is signed in');
        }
    };

    /** @param {SyncRecord[]} batch @returns {Promise<SyncResult[]>} */
    const post = async (batch) => {
        const records = batch.map(({ id, type, at, data }) => ({ id, type, at, data }));
        const json = { device: await store.device(uuid()), records };
        return (await api.json('POST', '/api/sync', { json, timeoutMs: TIMEOUT_MS })).results;
    };

    /** @param {SyncRecord[]} batch @param {SyncResult[]} results */
    const settle = async (batch, results) => {
        const taken = [];
        const rejected = [];
        for (const { id, status, code } of results) {
            const one = batch.find((record) => record.id === id);
            if (one) {
                status === 'rejected' ? rejected.push({ ...one, code }) : taken.push(one);
            }
        }
        await store.settle(person, taken, rejected);
        news ||= taken.length > 0;
    };

    /** @param {number} [askedMs] what the server asked for */
    const retryLater = (askedMs = 0) => {
        cancelRetry();
        cancelRetry = clock.after(Math.max(askedMs, waitMs * (0.75 + clock.random() / 2)), flush);
        waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    };

    return {
        waiting,
        refused,
        report,
        flush,

        /**
         * @param {string} type as `POST /api/sync` names it, e.g. `lesson.completed`
         * @param {object} data
         * @param {{about?: string, passed?: boolean}} [here] what only this phone needs to know of it
         * @returns {Promise<string>} the record's id, once it is safe on this phone
         */
        record: async (type, data, here = {}) => {
            const added = { ...here, id: uuid(), type, at: new Date(clock.now()).toISOString(), data, person };
            await store.add(added);
            await report();
            flush();
            return added.id;
        },
    };
}
