/**
 * Brings what the shelf holds to the server: in order, in parallel by two, as often as it takes, and never twice at once although
 * several tabs are open. What it is doing is told as `{kind: 'sending', state}`; every chunk made safe is written to the attempt.
 */

import { missing, trust, waits } from './attempt.js';
import { digestOf } from './chunks.js';
import { closedMeanwhile, deleteEverywhere, finish, submit } from './completion.js';
import { onNetworkChange, way } from './connection.js';
import { plus } from './ranges.js';
import * as server from './server.js';
import { Refusal, SignedOut, Unreachable } from './server.js';
import { attemptNamed, attemptsOf, change, chunkAt, deletedOf, tell, watch } from './shelf.js';
import { refusedAs, Trouble, troubleOf } from './trouble.js';

/**
 * @typedef {import('./attempt.js').Attempt} Attempt
 * @typedef {'idle' | 'sending' | 'offline' | 'wifi-awaited' | 'retrying' | 'no-room' | 'own-space-full' | 'too-many-open' |
 * 'county-full' | 'signed-out' | 'other-person'} State
 */

const LANES = 2;
const NO_ROOM_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 60_000;
const PREPARING_WAIT_MS = 5_000;
const PERSON_TRUSTED_MS = 20_000;

/** Which space is used up, by the code of a refusal; everything else that lacks room is the server's own disk. */
const FULL = {
    'practice.quota-bytes': 'own-space-full',
    'practice.quota-chunks': 'too-many-open',
    'practice.quota-attempts': 'too-many-open',
    'practice.quota-county': 'county-full',
};

/** The refusals of a chunk that no repetition cures. */
const CHUNK_TROUBLE = { 404: 'not-yours', 403: 'not-yours', 409: 'other-bytes', 410: 'closed', 413: 'too-large', 422: 'damaged' };

/** Thrown when the signed-in person is not the owner of this page's attempts. */
class OtherPerson extends Error {}

export class Uploader {
    #person;
    /** @type {State} */
    state = 'idle';
    #failures = 0;
    #personSeenAt = -Infinity;
    /** Attempts whose safe chunks were asked for since the last fault. @type {Set<string>} */
    #compared = new Set();
    #poked = false;
    /** @type {() => void} */
    #wake = () => {};

    /** @param {string} person id of who is signed in on this page */
    constructor(person) {
        this.#person = person;
    }

    /** Starts, and goes on for as long as the page lives. */
    start() {
        watch(({ kind }) => kind === 'changed' && this.#poke(false));
        onNetworkChange(() => this.poke());
        document.addEventListener('visibilitychange', () => document.hidden || this.poke());
        this.#run();
    }

    /** Tries again now, whatever it was waiting for. */
    poke() {
        this.#poke(true);
    }

    /** @param {boolean} impatient also cuts a back-off short */
    #poke(impatient) {
        this.#poked = true;
        if (impatient) {
            this.#failures = 0;
            this.#personSeenAt = -Infinity;
        }
        if (impatient || this.state === 'idle') {
            this.#wake();
        }
    }

    async #run() {
        for (;;) {
            this.#poked = false;
            const waitMs = await exclusively(() => this.#pass());
            if (!(this.#poked && waitMs === Infinity)) {
                await this.#rest(waitMs);
            }
        }
    }

    /** @param {number} ms */
    #rest(ms) {
        return new Promise((resolve) => {
            const timer = ms === Infinity ? undefined : setTimeout(resolve, ms);
            this.#wake = () => {
                clearTimeout(timer);
                resolve(undefined);
            };
        });
    }

    /** @returns {Promise<number>} milliseconds to rest before the next pass */
    async #pass() {
        const all = [...(await deletedOf(this.#person)), ...(await attemptsOf(this.#person)).filter(waits)];
        if (all.length === 0) {
            return this.#now('idle', Infinity);
        }
        const open = await way();
        // What has no bytes left to send costs next to nothing and waits for no Wi-Fi.
        const waiting = open === 'wifi-awaited' ? all.filter((attempt) => missing(attempt).length === 0) : all;
        if (open === 'offline' || waiting.length === 0) {
            return this.#now(open === 'free' ? 'idle' : open, Infinity);
        }
        try {
            await this.#checkPerson();
            this.#now(open === 'free' ? 'sending' : open, 0);
            let waitMs = Infinity;
            for (const { id } of waiting) {
                waitMs = Math.min(waitMs, await this.#advance(id));
            }
            this.#failures = 0;
            return this.#now(open === 'free' ? 'idle' : open, waitMs);
        } catch (fault) {
            return this.#afterFault(fault);
        }
    }

    /** @param {unknown} fault */
    #afterFault(fault) {
        this.#compared.clear();
        this.#personSeenAt = -Infinity;
        if (fault instanceof SignedOut) {
            return this.#now('signed-out', Infinity);
        }
        if (fault instanceof OtherPerson) {
            return this.#now('other-person', Infinity);
        }
        if (fault instanceof Refusal && fault.status === 507) {
            return this.#now(FULL[fault.message] ?? 'no-room', NO_ROOM_WAIT_MS);
        }
        if (!(fault instanceof Unreachable) && !(fault instanceof Refusal)) {
            console.error(fault);
        }
        const longest = Math.min(LONGEST_WAIT_MS, 1000 * 2 ** this.#failures++);
        const asked = fault instanceof Unreachable ? fault.waitMs : 0;
        return this.#now(navigator.onLine ? 'retrying' : 'offline', Math.max(asked, longest / 2 + (Math.random() * longest) / 2));
    }

    /** @param {State} state @param {number} waitMs */
    #now(state, waitMs) {
        this.state = state;
        tell({ kind: 'sending', state });
        return waitMs;
    }

    /** A phone is shared: before anything goes out, the session must belong to the person whose recordings these are. */
    async #checkPerson() {
        if (performance.now() - this.#personSeenAt < PERSON_TRUSTED_MS) {
            return;
        }
        const { id } = await server.whoIsSignedIn();
        if (id !== this.#person) {
            throw new OtherPerson();
        }
        this.#personSeenAt = performance.now();
    }

    /** Brings one attempt as far as it can go now. @param {string} id @returns {Promise<number>} wait before the next look */
    async #advance(id) {
        try {
            await this.#compare(id);
            for (;;) {
                const attempt = await attemptNamed(id);
                if (!attempt || !waits(attempt)) {
                    return Infinity;
                }
                if (attempt.deletedAt) {
                    await deleteEverywhere(id);
                    return Infinity;
                }
                const lacking = missing(attempt);
                if (lacking.length > 0) {
                    await this.#send(attempt, lacking);
                } else if (!attempt.finishedAt) {
                    await finish(attempt);
                } else if (!(await submit(attempt))) {
                    return PREPARING_WAIT_MS;
                }
            }
        } catch (fault) {
            if (fault instanceof Trouble) {
                await change(id, (attempt) => {
                    attempt.trouble = fault.message;
                });
                return Infinity;
            }
            throw fault;
        }
    }

    /** Makes the attempt known and learns what is already safe. @param {string} id */
    async #compare(id) {
        const attempt = await attemptNamed(id);
        if (!attempt || attempt.deletedAt || attempt.finishedAt || this.#compared.has(id)) {
            return;
        }
        await refusedAs({ 403: 'not-yours', 404: 'not-yours', 409: 'other-plan', 410: 'closed', 422: 'other-plan' },
            server.makeAttempt(id, attempt.plan));
        const told = await server.safeTakes(id);
        await change(id, (fresh) => trust(fresh, told));
        this.#compared.add(id);
    }

    /** @param {Attempt} attempt @param {{take: number, seq: number}[]} lacking */
    async #send(attempt, lacking) {
        const queue = [...lacking];
        const lane = async () => {
            for (let next = queue.shift(); next; next = queue.shift()) {
                await this.#sendOne(attempt, next.take, next.seq);
            }
        };
        const lanes = Array.from({ length: LANES }, () => lane().catch((fault) => {
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
        const type = attempt.takes.find((take) => take.take === number)?.type ?? '';
        const chunk = await chunkAt(attempt.id, number, seq);
        if (!chunk) {
            throw new Trouble('damaged');
        }
        try {
            await server.sendChunk(chunk, type);
        } catch (fault) {
            if (!(fault instanceof Refusal) || fault.status === 507) {
                throw fault;
            }
            if (fault.status === 410) {
                await closedMeanwhile(attempt);
                return;
            }
            if (fault.status !== 422) {
                throw troubleOf(fault, CHUNK_TROUBLE);
            }
            // Spoilt on its way, or the digest was: read and count once more, then send once more.
            const again = { ...chunk, digest: await digestOf(chunk.bytes) };
            await refusedAs(CHUNK_TROUBLE, server.sendChunk(again, type));
        }
        await change(attempt.id, (fresh) => {
            const take = fresh.takes.find((one) => one.take === number);
            if (take) {
                take.safe = plus(take.safe, seq);
            }
        });
        this.#failures = 0;
    }
}

/**
 * One sender on the whole phone; where the browser has no locks, sending twice does no harm.
 *
 * @template T
 * @param {() => Promise<T>} work
 */
function exclusively(work) {
    return navigator.locks ? navigator.locks.request('tianbo-practice-upload', work) : work();
}
