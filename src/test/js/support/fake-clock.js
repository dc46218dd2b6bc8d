import '#support/digests.js';

/** The real one, even where a test sets another. */
const realTimeout = setTimeout;

/** A clock that moves when a test says so. */
export class FakeClock {
    /** @type {{at: number, run: () => void}[]} */
    #timers = [];
    #elapsed = 0;
    #now;

    #settle;

    /**
     * @param {string} [start]
     * @param {() => Promise<unknown>} [settle] lets what goes on without time going by do so
     */
    constructor(start = '2026-05-04T08:00:00.000Z', settle = settled) {
        this.#now = Date.parse(start);
        this.#settle = settle;
    }

    now = () => this.#now;

    elapsed = () => this.#elapsed;

    /** In the middle, so that a wait is what its rule says without the spread. */
    random = () => 0.5;

    after = (/** @type {number} */ ms, /** @type {() => void} */ run) => {
        const timer = { at: this.#elapsed + ms, run };
        this.#timers.push(timer);
        return () => {
            this.#timers = this.#timers.filter((other) => other !== timer);
        };
    };

    /** When the next timer runs, in milliseconds from now; undefined where none waits. */
    get nextMs() {
        return this.#timers.length ? Math.min(...this.#timers.map(({ at }) => at)) - this.#elapsed : undefined;
    }

    /** Lets so much time go by, and what was begun in it come to rest. @param {number} ms */
    async pass(ms) {
        const end = this.#elapsed + ms;
        for (let due = this.#due(end); due; due = this.#due(end)) {
            this.#timers.splice(this.#timers.indexOf(due), 1);
            this.#move(due.at - this.#elapsed);
            due.run();
            await this.#settle();
        }
        this.#move(end - this.#elapsed);
        await this.#settle();
    }

    /** @param {string} instant somebody sets the clock; no time goes by */
    set(instant) {
        this.#now = Date.parse(instant);
    }

    /** @param {number} end */
    #due(end) {
        return this.#timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
    }

    /** @param {number} ms */
    #move(ms) {
        this.#elapsed += ms;
        this.#now += ms;
    }
}

/** Every promise that can go on without time going by has done so. */
export function settled() {
    return new Promise((resolve) => realTimeout(resolve, 0));
}
