/**
 * Uploads what is stored on the phone: in order, two chunks at a time, with any number of retries, and from one page only
 * although several are open. Its state is published as `{kind: 'sending', state}`; every acknowledged chunk is recorded
 * in the attempt.
 */

import { Refusal, SignedOut, Unreachable } from '#app/http.js';
import { acknowledge, isBookingUnsent, isWaiting, missing, reconcile } from '../attempt/attempt.js';
import { digestOf } from '../attempt/take-writer.js';
import { OtherPerson } from './attempt-api.js';
import { Completion } from './completion.js';
import { CHUNK_TROUBLE, RECORDED_ELSEWHERE, refusedAs, Trouble, troubleOf } from './trouble.js';

/**
 * @typedef {import('../attempt/attempt.js').Attempt} Attempt
 * @typedef {'idle' | 'sending' | 'offline' | 'wifi-awaited' | 'retrying' | 'no-room' | 'own-space-full' |
 *     'too-many-open' | 'county-full' | 'signed-out' | 'other-person'} State
 *
 * @typedef {object} Ports
 * @property {string} person id of who is signed in on this page
 * @property {import('./attempt-api.js').AttemptApi} api
 * @property {Omit<import('../attempt/attempt-store.js').AttemptStore, 'update'>} store that makes no room for what is noted
 * @property {Pick<import('../selfreview/self-review-sender.js').SelfReviewSender, 'waiting' | 'send'>} selfReviews
 * @property {Pick<import('../../app/network-policy.js').NetworkPolicy, 'isOnline' | 'transferAllowed'>} network
 * @property {import('../../app/clock.js').Clock} clock
 * @property {<T>(name: string, work: () => Promise<T>) => Promise<T>} exclusively one uploader on the whole
 *     phone
 * @property {import('./live-first.js').LiveFirst} liveFirst
 * @property {(pages: string[]) => Promise<unknown>} refreshPages fetches these stored pages again
 */

const LANES = 2;
const NO_ROOM_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 60_000;
const PREPARING_WAIT_MS = 5_000;
const PERSON_TRUSTED_MS = 20_000;

/**
 * Which space is used up, by the code of a refusal. With any other code it is the server's own disk.
 *
 * @type {Record<string, State>}
 */
const FULL = {
    'practice.quota-bytes': 'own-space-full',
    'practice.quota-chunks': 'too-many-open',
    'practice.quota-attempts': 'too-many-open',
    'practice.quota-county': 'county-full',
};

export class Uploader {
    /** @type {State} */
    state = 'idle';
    #ports;
    #completion;
    #failures = 0;
    #personCheckedAt = -Infinity;
    /** Attempts whose safe chunks were requested since the last fault. @type {Set<string>} */
    #reconciled = new Set();
    #retryRequested = false;
    /** @type {() => void} */
    #wake = () => {};

    /** @param {Ports} ports */
    constructor(ports) {
        this.#ports = ports;
        this.#completion = new Completion(ports);
    }

    /** Starts, and goes on for as long as the page lives. */
    start() {
        this.#ports.store.subscribe(({ kind }) => kind === 'changed' && this.#requestPass(false));
        this.#run();
    }

    /** Tries again now, whatever it was waiting for. */
    retryNow() {
        this.#requestPass(true);
    }

    /** As `Completion` has it, for this page. @param {string} id @param {Promise<unknown>} work */
    finishAfter(id, work) {
        this.#completion.finishAfter(id, work);
    }

    /** @param {boolean} now also ends a back-off */
    #requestPass(now) {
        this.#retryRequested = true;
        if (now) {
            this.#failures = 0;
            this.#personCheckedAt = -Infinity;
        }
        if (now || this.state === 'idle') {
            this.#wake();
        }
    }

    async #run() {
        for (;;) {
            this.#retryRequested = false;
            const waitMs = await this.#ports.exclusively('tianbo-practice-upload', () => this.#pass());
            if (!(this.#retryRequested && waitMs === Infinity)) {
                await this.#rest(waitMs);
            }
        }
    }

    /** @param {number} ms */
    #rest(ms) {
        return new Promise((resolve) => {
            const cancel = ms === Infinity ? () => {} : this.#ports.clock.after(ms, () => resolve(undefined));
            this.#wake = () => {
                cancel();
                resolve(undefined);
            };
        });
    }

    /** @returns {Promise<number>} milliseconds to rest before the next pass */
    async #pass() {
        const { store, selfReviews, network, person } = this.#ports;
        const all = [...(await store.deleted(person)), ...(await store.list(person)).filter(isWaiting)];
        const reviews = await selfReviews.waiting(person);
        if (all.length + reviews.length === 0) {
            return this.#report('idle', Infinity);
        }
        const allowed = await network.transferAllowed();
        // Calls without bytes cost next to nothing and do not wait for Wi-Fi.
        const waiting = allowed === 'wifi-awaited' ? all.filter((attempt) => missing(attempt).length === 0) : all;
        if (allowed === 'offline' || waiting.length + reviews.length === 0) {
            return this.#report(allowed === 'free' ? 'idle' : allowed, Infinity);
        }
        try {
            await this.#checkPerson();
            this.#report(allowed === 'free' ? 'sending' : allowed, 0);
            let waitMs = Infinity;
            for (const { id } of waiting) {
                waitMs = Math.min(waitMs, await this.#advance(id));
            }
            for (const review of reviews) {
                await selfReviews.send(review);
            }
            this.#failures = 0;
            return this.#report(allowed === 'free' ? 'idle' : allowed, waitMs);
        } catch (fault) {
            return this.#afterFault(fault);
        }
    }

    /** @param {unknown} fault */
    #afterFault(fault) {
        this.#reconciled.clear();
        this.#personCheckedAt = -Infinity;
        if (fault instanceof SignedOut) {
            return this.#report('signed-out', Infinity);
        }
        if (fault instanceof OtherPerson) {
            return this.#report('other-person', Infinity);
        }
        if (fault instanceof Refusal && fault.status === 507) {
            return this.#report(FULL[fault.problem.code ?? ''] ?? 'no-room', NO_ROOM_WAIT_MS);
        }
        if (!(fault instanceof Unreachable) && !(fault instanceof Refusal)) {
            console.error(fault);
        }
        const longest = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** this.#failures++);
        const requestedMs = fault instanceof Unreachable ? fault.waitMs : 0;
        const waitMs = Math.max(requestedMs, longest / 2 + (this.#ports.clock.random() * longest) / 2);
        return this.#report(this.#ports.network.isOnline ? 'retrying' : 'offline', waitMs);
    }

    /** @param {State} state @param {number} waitMs */
    #report(state, waitMs) {
        this.state = state;
        this.#ports.store.publish({ kind: 'sending', state });
        return waitMs;
    }

    /**
     * A phone is shared: before anything is sent, the session must belong to the owner of the recordings.
     */
    async #checkPerson() {
        const { api, clock, person } = this.#ports;
        if (clock.elapsed() - this.#personCheckedAt < PERSON_TRUSTED_MS) {
            return;
        }
        const { id } = await api.whoIsSignedIn();
        if (id !== person) {
            throw new OtherPerson();
        }
        this.#personCheckedAt = clock.elapsed();
    }

    /**
     * Does everything for one attempt that can be done now.
     *
     * @param {string} id
     * @returns {Promise<number>} milliseconds before the next pass
     */
    async #advance(id) {
        const { store } = this.#ports;
        try {
            await this.#reconcile(id);
            for (;;) {
                const attempt = await store.get(id);
                if (!attempt || !isWaiting(attempt)) {
                    return Infinity;
                }
                if (attempt.deletedAt) {
                    await this.#completion.delete(attempt);
                    return Infinity;
                }
                if (isBookingUnsent(attempt)) {
                    await this.#completion.book(attempt);
                    continue;
                }
                const lacking = missing(attempt);
                if (lacking.length > 0) {
                    await this.#send(attempt, lacking);
                } else if (!attempt.finishedAt) {
                    await this.#completion.finish(attempt);
                } else if (!(await this.#completion.submit(attempt))) {
                    return PREPARING_WAIT_MS;
                }
            }
        } catch (fault) {
            if (fault instanceof Trouble) {
                await store.note(id, (attempt) => {
                    attempt.trouble = fault.message;
                });
                return Infinity;
            }
            throw fault;
        }
    }

    /** Sends the plan and reads which chunks the server has. @param {string} id */
    async #reconcile(id) {
        const { api, store } = this.#ports;
        const attempt = await store.get(id);
        if (!attempt || attempt.deletedAt || attempt.finishedAt || this.#reconciled.has(id)) {
            return;
        }
        await refusedAs({ 403: 'not-yours', 404: 'not-yours', 409: 'other-plan', 410: 'closed', 422: 'other-plan' },
            api.put(attempt));
        const stored = await refusedAs(RECORDED_ELSEWHERE, api.storedTakes(attempt));
        await store.note(id, (fresh) => reconcile(fresh, stored));
        this.#reconciled.add(id);
    }

    /** @param {Attempt} attempt @param {{take: number, seq: number}[]} lacking */
    async #send(attempt, lacking) {
        const { liveFirst } = this.#ports;
        const queue = [...liveFirst.firstOf(attempt.id, lacking)];
        const lane = async () => {
            await liveFirst.turn();
            for (let next = queue.shift(); next; next = queue.shift()) {
                await this.#sendOne(attempt, next.take, next.seq);
                await liveFirst.turn();
            }
        };
        const lanes = Array.from({ length: liveFirst.isOn ? 1 : LANES }, () => lane().catch((fault) => {
            queue.length = 0;
            throw fault;
        }));
        const failed = (await Promise.allSettled(lanes)).find((result) => result.status === 'rejected');
        if (failed) {
            throw failed.reason;
        }
    }

    /** @param {Attempt} attempt @param {number} number @param {number} seq */
    async #sendOne(attempt, number, seq) {
        const { api, store } = this.#ports;
        const type = attempt.takes.find((take) => take.take === number)?.type ?? '';
        const chunk = await store.chunk(attempt.id, number, seq);
        if (!chunk) {
            throw new Trouble('damaged');
        }
        try {
            await api.putChunk(chunk, type, attempt.recorder);
        } catch (fault) {
            if (!(fault instanceof Refusal) || fault.status === 507) {
                throw fault;
            }
            if (fault.status === 410) {
                await this.#completion.closedMeanwhile(attempt);
                return;
            }
            if (fault.status !== 422) {
                throw troubleOf(fault, CHUNK_TROUBLE);
            }
            // The bytes or the digest were damaged: compute the digest again, and send once more.
            const again = { ...chunk, digest: await digestOf(chunk.bytes) };
            await refusedAs(CHUNK_TROUBLE, api.putChunk(again, type, attempt.recorder));
        }
        await store.note(attempt.id, (fresh) => acknowledge(fresh, number, seq));
        this.#failures = 0;
    }
}
