import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createHttpClient, Refusal, Unreachable } from '#js/app/http.js';
import { contains } from '#js/practice/attempt/ranges.js';
import { draw } from '#js/practice/audience/chance.js';
import { AttemptApi } from '#js/practice/upload/attempt-api.js';

/** The real ones, for a test sets others. */
const { setTimeout, clearTimeout, performance } = globalThis;
const realPerformance = performance.now.bind(performance);

/** @type {import('#js/app/clock.js').Clock} */
const realClock = {
    now: () => realPerformance(),
    elapsed: () => realPerformance(),
    after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
    },
    random: () => 0.5,
};

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** When in a call it is killed. @type {Interruption['at'][]} */
const MOMENTS = ['half', 'whole', 'answered'];

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
class Connections {
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

/**
 * A running server, and the disk it writes to. A call is made when time stands still; in the middle of one it is killed.
 *
 * @typedef {{site: string, folder: string, county: string, power: PowerSwitch, person?: string}} Place `folder` of its objects
 */
export class RealServer {
    /** The small copies' chunks that arrived, as take/copy/number and what they are beside. @type {Map<string, number>} */
    copies = new Map();
    #place;
    #connections;
    #api;
    #seed;
    #drawn = 0;
    #callMs = 10;
    /** @type {Set<Promise<unknown>>} */
    #underWay = new Set();
    /** @type {{calls: number, at: Interruption['at'], share: number, onDead: () => void} | undefined} */
    #dying;

    /** @param {Place} place @param {number} seed of the moments it is killed at */
    constructor(place, seed) {
        this.#place = place;
        this.#seed = seed;
        this.#connections = new Connections(place.site);
        this.#api = new AttemptApi(createHttpClient({
            fetch: /** @type {any} */ ((/** @type {string} */ path, /** @type {Sent} */ sent) =>
                this.#connections.fetch(path, { ...sent, headers: { ...sent.headers, Authorization: `Bearer ${place.power.token}` } })),
            clock: realClock,
            language: () => 'zh-CN',
        }), place.person);
    }

    whoIsSignedIn = () => this.#call(() => this.#api.whoIsSignedIn());

    put = (/** @type {Parameters<AttemptApi['put']>[0]} */ attempt) => this.#call(async () => {
        await this.#api.put(attempt);
    });

    storedTakes = (/** @type {Parameters<AttemptApi['storedTakes']>[0]} */ attempt) =>
        this.#call(() => this.#api.storedTakes(attempt));

    putChunk = (/** @type {Parameters<AttemptApi['putChunk']>} */ ...chunk) => this.#call(() => this.#api.putChunk(...chunk));

    putLiveCopy = (/** @type {Parameters<AttemptApi['putLiveCopy']>[0]} */ chunk) => this.#call(async () => {
        await this.#api.putLiveCopy(chunk);
        this.copies.set(`${chunk.take}/${chunk.copy}/${chunk.seq}`, chunk.beside);
    });

    finish = (/** @type {Parameters<AttemptApi['finish']>[0]} */ attempt) => this.#call(() => this.#api.finish(attempt));

    submit = (/** @type {string} */ id) => this.#call(() => this.#api.submit(id));

    /** @param {string} id @returns {Promise<import('#js/practice/upload/attempt-api.js').AttemptState>} */
    state = (id) => this.#call(() => this.#api.state(id));

    /**
     * From one of the next calls on it is dead; one time in three, for else only the way to it is cut.
     *
     * @param {() => void} onDead
     */
    kill = (onDead) => {
        if (this.#dying || !this.#place.power.mayKill || this.#pick(3) > 0) {
            onDead();
        } else {
            this.#dying = { calls: this.#pick(4), at: MOMENTS[this.#pick(MOMENTS.length)], share: this.#pick(100) / 100, onDead };
        }
    };

    restart = () => this.#follow(this.#place.power.on());

    /** Time goes on once nothing is under way. */
    settled = async () => {
        do {
            await new Promise((resolve) => setImmediate(resolve));
            await Promise.allSettled([...this.#underWay]);
        } while (this.#underWay.size > 0);
    };

    /**
     * What lies on the disk, whole; of a server that lives, what it knows of.
     *
     * @param {string} id
     * @returns {Promise<import('./attempt-server.js').Chunks | undefined>} with digests of the bytes themselves
     */
    chunksOf = async (id) => {
        const found = this.#filesOf(id);
        if (this.#place.power.isOff) {
            return found;
        }
        const rows = await this.#api.storedTakes({ id }).catch((fault) => {
            if (fault instanceof Refusal && fault.status === 404) {
                return [];
            }
            throw fault;
        });
        return new Map(rows.map(({ take, chunks }) => {
            const there = found.get(take) ?? new Map();
            return [take, new Map([...there].filter(([seq]) => contains(chunks, seq)))];
        }));
    };

    /** @param {string} id @returns {import('./attempt-server.js').Chunks} */
    #filesOf(id) {
        const folder = `${this.#place.folder}/${this.#place.county}/attempts/${id}`;
        /** @type {import('./attempt-server.js').Chunks} */
        const found = new Map();
        let names = [];
        try {
            names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
        } catch {
            return found;
        }
        for (const name of names) {
            const [, take, seq] = /^takes\/(\d+)\/(\d+)-[0-9a-f]{64}$/.exec(name) ?? [];
            if (seq) {
                const chunks = found.get(Number(take)) ?? new Map();
                const digest = createHash('sha256').update(readFileSync(`${folder}/${name}`)).digest('base64');
                found.set(Number(take), chunks.set(Number(seq), digest));
            }
        }
        return found;
    }

    /** @template T @param {() => Promise<T>} call @returns {Promise<T>} */
    #call(call) {
        return this.#follow(this.#dying && this.#dying.calls-- <= 0 ? this.#killed(call, this.#dying) : this.#timed(call));
    }

    /** @template T @param {() => Promise<T>} call */
    async #timed(call) {
        const began = realPerformance();
        const answer = await call();
        this.#callMs = (this.#callMs + realPerformance() - began) / 2;
        return answer;
    }

    /**
     * Dies in a call, or right after its answer. Sent whole, it has so much of an ordinary call's time.
     *
     * @template T
     * @param {() => Promise<T>} call
     * @param {{at: Interruption['at'], share: number, onDead: () => void}} dying
     */
    async #killed(call, { at, share, onDead }) {
        this.#dying = undefined;
        const { power } = this.#place;
        /** @type {Promise<void> | undefined} */
        let death;
        const die = async () => {
            await pause(at === 'whole' ? share * this.#callMs : 0);
            await power.off();
        };
        this.#connections.interruption = { at, run: () => (death ??= die()) };
        const answered = call();
        const [answer] = await Promise.allSettled([answered]);
        // A call that did not get as far as that leaves it alive.
        await (death ?? die());
        power.cutOff += answer.status === 'rejected' && answer.reason instanceof Unreachable ? 1 : 0;
        onDead();
        return answered;
    }

    /** @template T @param {Promise<T>} work @returns {Promise<T>} */
    #follow(work) {
        this.#underWay.add(work);
        const ended = () => this.#underWay.delete(work);
        work.then(ended, ended);
        return work;
    }

    /** @param {number} n @returns {number} from 0 up to n, without n */
    #pick(n) {
        return draw(this.#seed, `kill ${this.#drawn++}`, n);
    }
}
