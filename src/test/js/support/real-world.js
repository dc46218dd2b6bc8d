/** What a test with a real server needs of the real world: time, connections, and the switch of its power. */

import { Agent, request } from 'node:http';

/** The real ones, for a test sets others. */
const { setTimeout, clearTimeout, performance } = globalThis;
export const realPerformance = performance.now.bind(performance);

/** @type {import('#js/app/clock.js').Clock} */
export const realClock = {
    now: () => realPerformance(),
    elapsed: () => realPerformance(),
    after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
    },
    random: () => 0.5,
};

export const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @typedef {{headers?: Record<string, string>, body?: any, method?: string, signal?: any}} Sent
 *
 * @typedef {object} Interruption of one call
 * @property {'half' | 'whole' | 'answered'} at half of its body is out, all of it is, or its answer is here
 * @property {() => Promise<unknown>} run
 */

/** @type {Interruption} */
const NEVER = { at: 'answered', run: async () => {} };

/** As a browser's `fetch`, on Node's own connections, which use neither the clock nor the chance that a test sets. */
export class Connections {
    /** Of the next call, which takes it away. @type {Interruption | undefined} */
    interruption;
    #site;
    #agent = new Agent({ keepAlive: true });

    /** @param {string} site */
    constructor(site) {
        this.#site = site;
    }

    /** @param {string} path @param {Sent} sent @returns {Promise<Response>} */
    fetch = async (path, sent) => {
        const interruption = this.interruption;
        this.interruption = undefined;
        const answer = await this.#send(path, sent, interruption);
        if (interruption?.at === 'answered') {
            await interruption.run();
        }
        return answer;
    };

    /** @param {string} path @param {Sent} sent @param {Interruption} [interruption] @returns {Promise<Response>} */
    #send = (path, { body, ...sent }, interruption) => new Promise((resolve, reject) => {
        const bytes = body instanceof ArrayBuffer ? new Uint8Array(body) : new TextEncoder().encode(body ?? '');
        const headers = { ...sent.headers, 'Content-Length': String(bytes.length) };
        const call = request(this.#site + path, { ...sent, headers, agent: this.#agent }, (response) => {
            /** @type {Uint8Array[]} */
            const parts = [];
            response.on('data', (part) => parts.push(part));
            response.on('error', reject);
            response.on('end', () => {
                const { statusCode: status, headers } = response;
                resolve(new Response(status === 204 ? null : new Blob(/** @type {any} */ (parts)), { status, headers }));
            });
        });
        call.on('error', reject);
        const half = bytes.length >> 1;
        const { at, run } = interruption ?? NEVER;
        if (at === 'half' && half > 0) {
            call.write(bytes.subarray(0, half), () => run().then(() => call.end(bytes.subarray(half)), reject));
        } else {
            call.end(bytes, () => at !== 'answered' && run().catch(reject));
        }
    });
}

/** Kills the server as a power cut does, and starts it again, as whoever runs this test was asked to. */
export class PowerSwitch {
    isOff = true;
    kills = 0;
    /** Calls that were on their way when the server died, and got no answer. */
    cutOff = 0;
    /** Time that went by until it answered again, in all. */
    startingMs = 0;
    token = '';
    #switch;
    #most;
    #process = 0;
    /** @type {Promise<void> | undefined} */
    #starting;

    /** @param {string} address where it is switched @param {number} most how often it may be killed */
    constructor(address, most) {
        this.#switch = new Connections(address);
        this.#most = most;
    }

    get mayKill() {
        return this.kills < this.#most;
    }

    /** At once: whoever asks another process for it comes too late to meet a call on its way. */
    async off() {
        if (this.isOff) {
            return;
        }
        process.kill(this.#process, 'SIGKILL');
        this.kills++;
        this.isOff = true;
        await this.#ask('/off');
    }

    /** Until it answers; at once where it never was away. */
    on() {
        this.#starting ??= this.isOff ? this.#start() : undefined;
        return this.#starting ?? Promise.resolve();
    }

    async #start() {
        const began = realPerformance();
        this.#process = Number(await this.#ask('/on'));
        await this.signIn();
        this.startingMs += realPerformance() - began;
        this.isOff = false;
        this.#starting = undefined;
    }

    /** Anew, for what is signed in ends after some minutes. */
    async signIn() {
        this.token = await this.#ask('/token');
    }

    /** @param {string} path */
    async #ask(path) {
        const response = await this.#switch.fetch(path, { method: 'POST' });
        if (!response.ok) {
            throw new Error(`the server could not be switched: ${await response.text()}`);
        }
        return response.text();
    }
}
