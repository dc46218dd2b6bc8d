/**
 * What a person did on this phone: stored on the disk first, sent when there is a network, and removed only when the
 * server has confirmed it.
 *
 * @typedef {object} SyncRecord
 * @property {string} id
 * @property {string} type
 * @property {string} at
 * @property {SyncData} data
 * @property {string} person
 * @property {string} [about] its subject, as the page named it; not sent
 * @property {string} [helping] the help with which it was done; `none` where the person was alone, absent in what an earlier
 *     version stored
 * @property {boolean} [passed] of a quiz that an earlier version of this page marked itself; not sent
 * @property {string} [code] why the server refused it
 *
 * @typedef {Record<string, any>} SyncData as `POST /api/sync` defines it for the type
 * @typedef {{id: string, status: 'accepted' | 'duplicate' | 'rejected', code?: string}} SyncResult
 * @typedef {{waiting: number, refused: number, clock: number}} Status refused for another reason than the phone's
 *     clock, or for it
 *
 * @typedef {object} Ports
 * @property {string} person phones are shared: records of one person are never sent in the session of another
 * @property {import('./outbox-store.js').OutboxStore} store
 * @property {import('./http.js').HttpClient} api
 * @property {import('./clock.js').Clock} clock
 * @property {<T>(name: string, work: () => Promise<T>) => Promise<T>} exclusively one page at a time
 * @property {(status: Status) => void} onStatus
 * @property {() => void} onSent everything is sent, and the server accepted some of it
 */

import { PERSON, Unreachable } from '#app/http.js';
import { uuid } from './uuid.js';

/** The server's limit of records in one call. */
const MOST = 500;
const SHORTEST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;
const TIMEOUT_MS = 30_000;
const DAY_MS = 86_400_000;

/** The server's code for a phone whose clock was far off. */
const CLOCK_WRONG = 'learning.time-out-of-range';
/** A single bad record may cause these: without it the others are accepted. */
const BAD_RECORD = [400, 413, 422];
/** Somebody who helps may not do everything that the person of this phone may. */
const FORBIDDEN = 403;

/** @type {Record<string, string>} */
const ADDRESSES = { attendance: '/api/attendance', call: '/api/calls', followup: '/api/follow-up', say: '/api/satisfaction' };

/** Where records of a type go. @param {string} type */
const addressOf = (type) => ADDRESSES[type.split('.')[0]] ?? '/api/sync';

/** @typedef {ReturnType<typeof createOutbox>} Outbox */

/** @param {Ports} ports */
export function createOutbox({ person, store, api, clock, exclusively, onStatus, onSent }) {
    let waitMs = SHORTEST_WAIT_MS;
    let cancelRetry = () => {};
    /** @type {Promise<void> | undefined} */
    let flushing;
    /** Whether the server accepted anything since the outbox was last empty. */
    let news = false;

    /** @returns {Promise<SyncRecord[]>} what waits for the network, of this person */
    const waiting = () => store.waiting(person);

    /** @returns {Promise<SyncRecord[]>} what the server refused, with its code, for a person to look at */
    const refused = () => store.refused(person);

    /** Reports how many records wait and how many were refused. */
    const report = async () => {
        const all = await refused();
        const wrongClock = all.filter(({ code }) => code === CLOCK_WRONG).length;
        onStatus({ waiting: (await waiting()).length, refused: all.length - wrongClock, clock: wrongClock });
    };

    /**
     * Sends what waits; what could not be sent stays and is tried again later. Fails only where this phone stores
     * nothing.
     */
    const flush = () => {
        report();
        flushing ??= exclusively('tianbo-outbox', send)
            .then(afterSending, (fault) => {
                console.warn(fault);
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
        // A record may have been added at the last moment, or another page may be the one that sends.
        if ((await waiting()).length) {
            retryLater();
        } else if (news) {
            news = false;
            onSent();
        }
    };

    const send = async () => {
        if ((await due()).length) {
            await requireOwner();
        }
        let size = MOST;
        /** What goes there waits for its person: it is closed to whoever has the phone now. @type {string[]} */
        const closed = [];
        const isOpen = (/** @type {SyncRecord} */ { type }) => !closed.includes(addressOf(type));
        for (let records; (records = (await due()).filter(isOpen)).length;) {
            const address = addressOf(records[0].type);
            const batch = records.filter(({ type }) => addressOf(type) === address).slice(0, size);
            try {
                await settle(batch, await post(batch, address));
            } catch (fault) {
                // Other faults than a refusal have none.
                const { status } = /** @type {import('./http.js').Refusal} */ (fault);
                if (status === FORBIDDEN) {
                    closed.push(address);
                } else if (!BAD_RECORD.includes(status)) {
                    throw fault;
                } else {
                    if (batch.length === 1) {
                        await settle(batch, [{ id: batch[0].id, status: 'rejected', code: `http.${status}` }]);
                    }
                    // One of these fails the whole call: halve the batch until it is found; the others get through.
                    size = Math.ceil(batch.length / 2);
                }
            }
        }
        if (closed.length) {
            throw new Error(closed.join());
        }
    };

    /**
     * What is to be sent now. Records refused because the phone's clock was wrong wait again once the clock was set: it is
     * behind them, or far ahead. Their true time is unknown, so they get the present one.
     */
    const due = async () => {
        const now = clock.now();
        const isSet = (/** @type {number} */ passed) => passed < 0 || passed > DAY_MS;
        const wrong = (await refused()).filter(({ code, at }) => code === CLOCK_WRONG && isSet(now - Date.parse(at)));
        if (wrong.length) {
            await store.requeue(wrong.map(({ id }) => id), new Date(now).toISOString());
        }
        return waiting();
    };

    /** A page may stay open while somebody else signs in on the same phone: their records wait for them. */
    const requireOwner = async () => {
        /** @type {{id: string}} */
        const me = await api.json('GET', '/api/me', { timeoutMs: TIMEOUT_MS });
        if (me.id !== person) {
            throw new Error('other person');
        }
    };

    /** @param {SyncRecord[]} batch @param {string} address @returns {Promise<SyncResult[]>} */
    const post = async (batch, address) => {
        const records = batch.map(({ id, type, at, data, helping }) => ({ id, type, at, data, helping }));
        const json = { device: await store.device(uuid()), records };
        /** @type {{results: SyncResult[]}} */
        const { results } = await api.json('POST', address, { json, timeoutMs: TIMEOUT_MS, headers: { [PERSON]: person } });
        return results;
    };

    /** @param {SyncRecord[]} batch @param {SyncResult[]} results */
    const settle = async (batch, results) => {
        /** @type {SyncRecord[]} */
        const accepted = [];
        /** @type {SyncRecord[]} */
        const rejected = [];
        for (const { id, status, code } of results) {
            const one = batch.find((record) => record.id === id);
            if (one) {
                status === 'rejected' ? rejected.push({ ...one, code }) : accepted.push(one);
            }
        }
        await store.settle(person, accepted, rejected);
        news ||= accepted.length > 0;
        if (accepted.length + rejected.length === 0) {
            // Sent again at once, they would be sent for ever.
            throw new Unreachable('no results');
        }
    };

    /** @param {number} [requestedMs] the wait the server requested */
    const retryLater = (requestedMs = 0) => {
        cancelRetry();
        cancelRetry = clock.after(Math.max(requestedMs, waitMs * (0.75 + clock.random() / 2)), flush);
        waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    };

    return {
        waiting,
        refused,
        report,
        flush,

        /**
         * @param {string} type as `POST /api/sync`, `/api/attendance`, `/api/calls`, `/api/follow-up` or
         *     `/api/satisfaction` names it, e.g. `lesson.completed`
         * @param {SyncData} data
         * @param {{id?: string, about?: string, passed?: boolean, helping?: string}} [local] who helped, see `helping.js`,
         *     where it is sent to `/api/sync`; an id where what belongs to the record had to be stored first; the rest stays here
         * @returns {Promise<string>} the record's id, once it is safe on this phone
         */
        record: async (type, data, local = {}) => {
            const added = { id: uuid(), ...local, type, at: new Date(clock.now()).toISOString(), data, person };
            await store.add(added);
            await report();
            flush();
            return added.id;
        },
    };
}
