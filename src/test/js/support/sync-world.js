/** Some phones, their tabs, and the server that they send to: all that happens between them happens as a seed says. */

import { Refusal, SignedOut, Unreachable } from '#js/app/http.js';
import { createOutbox } from '#js/app/outbox.js';
import { FakeClock } from '#support/fake-clock.js';
import { MemoryOutboxStore } from '#support/memory-outbox-store.js';

/** @typedef {import('#js/app/outbox.js').SyncRecord} SyncRecord */
/** @typedef {import('#js/app/outbox.js').Outbox} Outbox */
/** @typedef {{id: string, type: string, at: string, data: any, person: string}} Accepted */
/** @typedef {{arrive: () => any, settle: (result: any) => void, fail: (fault: Error) => void, tab: Tab}} Call */
/** @typedef {{person: string, outbox: Outbox, closed: boolean}} Tab */

const DAY = 86_400_000;

/** Everything that can go on without time going by has done so. */
export const rest = async () => {
    for (let i = 0; i < 3; i++) {
        await new Promise((resolve) => setImmediate(resolve));
    }
};

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). @param {number} seed */
export function chance(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    };
}

/** The server: each record once, under the name of whoever is signed in where the call comes from. */
export class ModelServer {
    /** @type {Map<string, Accepted>} */
    records = new Map();
    #clock;
    #joined;

    /** @param {FakeClock} clock */
    constructor(clock) {
        this.#clock = clock;
        this.#joined = clock.now() - 10 * DAY;
    }

    /** @param {string} path @param {any} request @param {string | undefined} signedIn */
    answer(path, request, signedIn) {
        if (!signedIn) {
            throw new SignedOut('HTTP 401');
        }
        const named = request.headers?.['Tianbo-Person'];
        if (named && named !== signedIn) {
            throw new Refusal(409, { code: 'request.other-person' });
        }
        if (path === '/api/me') {
            return { id: signedIn };
        }
        const { records } = request.json;
        if (records.length > 500 || records.some((/** @type {any} */ one) => one.data.lesson === 'spoils the call')) {
            throw new Refusal(422, {});
        }
        return { results: records.map((/** @type {any} */ one) => this.#take(one, signedIn)) };
    }

    /** @param {any} record @param {string} person */
    #take({ id, type, at, data }, person) {
        const now = this.#clock.now();
        if (Date.parse(at) > now + DAY || Date.parse(at) < this.#joined - DAY) {
            return { id, status: 'rejected', code: 'learning.time-out-of-range' };
        }
        if (this.records.has(id)) {
            return { id, status: 'duplicate' };
        }
        this.records.set(id, { id, type, at, data, person });
        return { id, status: 'accepted' };
    }
}

export class World {
    clock = new FakeClock('2026-05-04T08:00:00.000Z', rest);
    server = new ModelServer(this.clock);
    /** @type {ModelPhone[]} */
    phones = [];
    /** @type {Call[]} on their way */
    calls = [];
    /** @type {Map<string, {person: string, type: string, data: any, at?: string}>} what must be at the server in the end */
    expected = new Map();
    /** @type {Set<string>} what the server may never take */
    spoilt = new Set();
    random;

    /** @param {number} seed */
    constructor(seed) {
        this.random = chance(seed);
    }

    /** @template T @param {T[]} some @returns {T} */
    one(some) {
        return some[Math.floor(this.random() * some.length)];
    }

    /** Lets the network do something with one of the calls on their way. */
    async network() {
        const call = this.one(this.calls);
        if (!call) {
            return;
        }
        const luck = this.random();
        // A call that was sent twice, or held up, arrives once more later, when nobody waits for it.
        if (luck > 0.15) {
            this.calls.splice(this.calls.indexOf(call), 1);
        }
        if (luck > 0.85) {
            call.fail(new Unreachable('lost on its way'));
        } else if (luck > 0.75) {
            call.fail(new Unreachable('HTTP 503', 2_000));
        } else {
            this.#arrive(call, luck);
        }
        await rest();
    }

    /** @param {Call} call @param {number} luck */
    #arrive(call, luck) {
        let answer;
        try {
            answer = call.arrive();
        } catch (fault) {
            return call.fail(/** @type {Error} */ (fault));
        }
        if (luck > 0.6) {
            return call.fail(new Unreachable('the answer was lost'));
        }
        if (answer.results && luck > 0.5) {
            answer.results.length = Math.floor(answer.results.length * this.random());
        }
        return call.settle(answer);
    }

    /** A good network delivers all, in order. */
    async deliver() {
        for (let call = this.calls.shift(); call; call = this.calls.shift()) {
            try {
                call.settle(call.arrive());
            } catch (fault) {
                call.fail(/** @type {Error} */ (fault));
            }
            await rest();
        }
    }
}

/** A phone that some people share: one disk, one session, some tabs. */
export class ModelPhone {
    store = new MemoryOutboxStore();
    /** @type {string | undefined} */
    signedIn;
    /** @type {Tab[]} */
    tabs = [];
    skew = 0;
    #world;
    #locks;
    /** @type {Promise<unknown>} */
    #last = Promise.resolve();

    /** @param {World} world @param {boolean} locks whether the browser has locks */
    constructor(world, locks) {
        this.#world = world;
        this.#locks = locks;
    }

    /** @param {string} person opens a page that the server made for them */
    open(person) {
        const world = this.#world;
        /** @type {Tab} */
        const tab = { person, closed: false, outbox: /** @type {any} */ (undefined) };
        const alive = (/** @type {() => unknown} */ run) => () => tab.closed || run();
        tab.outbox = createOutbox({
            person,
            store: this.store,
            api: /** @type {any} */ ({
                json: (/** @type {string} */ _method, /** @type {string} */ path, /** @type {any} */ request = {}) =>
                    new Promise((settle, fail) => {
                        const arrive = () => world.server.answer(path, structuredClone(request), this.signedIn);
                        world.calls.push({ arrive, settle, fail, tab });
                    }),
            }),
            clock: /** @type {any} */ ({
                now: () => world.clock.now() + this.skew,
                elapsed: world.clock.elapsed,
                after: (/** @type {number} */ ms, /** @type {() => void} */ run) => world.clock.after(ms, alive(run)),
                random: world.random,
            }),
            exclusively: (_name, work) => (this.#locks ? this.#inTurn(work) : work()),
            onStatus: () => {},
            onSent: () => {},
        });
        this.tabs.push(tab);
        return tab;
    }

    /** Closed in the middle of what it does: nobody hears of the calls that it had sent, and its lock is free. @param {Tab} tab */
    close(tab) {
        tab.closed = true;
        this.tabs.splice(this.tabs.indexOf(tab), 1);
        for (const call of this.#world.calls.filter((one) => one.tab === tab)) {
            call.fail(new Unreachable('closed'));
            call.fail = call.settle = () => {};
        }
    }

    /** @param {Tab} tab @param {string} type @param {any} data */
    async record(tab, type, data) {
        const at = new Date(this.#world.clock.now()).toISOString();
        const id = await tab.outbox.record(type, data);
        if (data.lesson === 'spoils the call') {
            this.#world.spoilt.add(id);
        } else {
            this.#world.expected.set(id, { person: tab.person, type, data, ...(this.skew === 0 && { at }) });
        }
        await rest();
    }

    /** The browser deletes all that the site has stored: what was not sent is gone, and nothing else. */
    evict() {
        for (const id of [...this.store.outbox.keys(), ...this.store.aside.keys()]) {
            if (!this.#world.server.records.has(id)) {
                this.#world.expected.delete(id);
                evicted.add(id);
            }
        }
        this.store.outbox.clear();
        this.store.aside.clear();
    }

    /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
    #inTurn(work) {
        const done = this.#last.then(work, work);
        this.#last = done.catch(() => {});
        return done;
    }
}

/** Of such a record a call may still be on its way: it may arrive, and need not. @type {Set<string>} */
export const evicted = new Set();
