import { Unreachable } from '#js/app/http.js';

/** A call is under way for up to three times so long. */
const UNDER_WAY_MS = 250;
/** The same in a slow network. */
const SLOWLY_MS = 2_500;

/**
 * A phone's way to a server, which is cut when a test says so and loses calls or answers by chance besides. Where an
 * answer is lost, the server has done what was asked.
 */
export class CutNetwork {
    /** How many of 100 calls fail although nothing is cut. */
    lossy;
    #clock;
    #server;
    #pick;
    #networkBackAt = 0;
    #serverBackAt = 0;
    #quickAt = 0;

    /**
     * @param {import('./fake-clock.js').FakeClock} clock
     * @param {object} server
     * @param {(n: number) => number} pick from 0 up to n, without n
     */
    constructor(clock, server, pick) {
        this.#clock = clock;
        this.#server = server;
        this.#pick = pick;
        this.lossy = pick(25);
    }

    /** @param {number} ms during which nothing goes out, and the phone knows it */
    cut(ms) {
        this.#networkBackAt = Math.max(this.#networkBackAt, this.#clock.elapsed() + ms);
    }

    /** @param {number} ms during which every call takes seconds */
    slow(ms) {
        this.#quickAt = this.#clock.elapsed() + ms;
    }

    /** @param {number} ms during which the server is away; what was under way is done, or not */
    kill(ms) {
        this.#serverBackAt = Math.max(this.#serverBackAt, this.#clock.elapsed() + ms);
    }

    /** From now on every call arrives. */
    mend() {
        this.lossy = 0;
        this.#networkBackAt = 0;
        this.#quickAt = 0;
        this.#serverBackAt = 0;
    }

    get isOnline() {
        return this.#clock.elapsed() >= this.#networkBackAt;
    }

    transferAllowed = async () => /** @type {'free' | 'offline'} */ (this.isOnline ? 'free' : 'offline');

    get #isServed() {
        return this.isOnline && this.#clock.elapsed() >= this.#serverBackAt;
    }

    get #underWayMs() {
        return this.#clock.elapsed() < this.#quickAt ? SLOWLY_MS : UNDER_WAY_MS;
    }

    /** The server's calls through this network. @returns {any} */
    get api() {
        return new Proxy(this.#server, { get: (server, name) => (/** @type {any[]} */ ...args) => this.#call(server, name, args) });
    }

    /** @param {any} server @param {string | symbol} name @param {any[]} args */
    async #call(server, name, args) {
        const fate = this.#pick(100);
        if (!this.#isServed || fate < this.lossy / 3) {
            throw new Unreachable('the call is lost');
        }
        const answer = await server[name](...args);
        await new Promise((resolve) => this.#clock.after(this.#pick(4) * this.#underWayMs, () => resolve(undefined)));
        if (!this.#isServed || fate < this.lossy) {
            throw new Unreachable('the answer is lost');
        }
        return answer;
    }
}
