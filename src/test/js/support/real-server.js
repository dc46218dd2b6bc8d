import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createHttpClient, Refusal, Unreachable } from '#js/app/http.js';
import { contains } from '#js/practice/attempt/ranges.js';
import { draw } from '#js/practice/audience/chance.js';
import { AttemptApi } from '#js/practice/upload/attempt-api.js';
import { Connections, pause, PowerSwitch, realClock, realPerformance } from './real-world.js';

/**
 * @typedef {import('./real-world.js').Interruption} Interruption
 * @typedef {import('./real-world.js').Sent} Sent
 */

/** When in a call it is killed. @type {Interruption['at'][]} */
const MOMENTS = ['half', 'whole', 'answered'];

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
