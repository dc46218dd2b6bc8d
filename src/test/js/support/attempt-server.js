import { Refusal, Unreachable } from '#js/app/http.js';
import { joined, minus } from '#js/practice/attempt/ranges.js';

/**
 * A server's attempts, with the faults that a test sets.
 *
 * @typedef {import('#js/practice/attempt/attempt.js').Attempt} Attempt
 * @typedef {import('#js/practice/attempt/attempt.js').Plan} Plan
 * @typedef {Map<number, Map<number, string>>} Chunks their digests, by take and number
 * @typedef {{plan: Plan, takes: Chunks, state: string, recorder?: string}} StoredAttempt
 */
export class AttemptServer {
    connected = true;
    signedIn = 'chunmei';
    /** @type {Map<string, StoredAttempt>} */
    attempts = new Map();
    /** @type {string[]} */
    calls = [];
    /**
     * By call, such as `chunk 1/0`: what comes instead of an answer, one after the other; undefined for the answer.
     *
     * @type {Record<string, (Error | undefined)[]>}
     */
    faults = {};
    /** Chunks at the server at the same moment, at most. */
    busiest = 0;
    #busy = 0;

    whoIsSignedIn = () => this.#answer('me', () => ({ id: this.signedIn }));

    put = (/** @type {Pick<Attempt, 'id' | 'plan'>} */ { id, plan }) => this.#answer('put', () => {
        const stored = this.attempts.get(id);
        if (stored && JSON.stringify(stored.plan) !== JSON.stringify(plan)) {
            throw new Refusal(409, {});
        }
        this.attempts.set(id, stored ?? { plan, takes: new Map(), state: 'planned' });
    });

    /** The booked times, by attempt. @type {Map<string, string>} */
    booked = new Map();

    book = (/** @type {string} */ id, /** @type {string} */ at) => this.#answer('book', () => {
        this.attempt(id);
        this.booked.set(id, at);
    });

    storedTakes = (/** @type {{id: string, recorder?: string}} */ { id, recorder }) => this.#answer('takes', () =>
        [...this.#recordedBy(id, recorder).takes]
            .map(([take, chunks]) => ({ take, chunks: joined([...chunks.keys()].map((seq) => [seq, seq])) })));

    /**
     * @param {import('#js/practice/attempt/attempt-store.js').Chunk} chunk
     * @param {string} [_type]
     * @param {string} [recorder]
     */
    async putChunk({ attempt, take, seq, digest }, _type, recorder) {
        this.busiest = Math.max(this.busiest, ++this.#busy);
        await new Promise((resolve) => setTimeout(resolve, 0));
        try {
            await this.#answer(`chunk ${take}/${seq}`, () => {
                const stored = this.#recordedBy(attempt, recorder);
                stored.recorder = recorder ?? stored.recorder;
                const { takes } = stored;
                takes.set(take, (takes.get(take) ?? new Map()).set(seq, digest));
            });
        } finally {
            this.#busy--;
        }
    }

    /** The small copies' chunks that arrived, as take/copy/number and what they are beside. @type {Map<string, number>} */
    copies = new Map();

    /** @param {{attempt: string, take: number, copy: number, seq: number, beside: number}} chunk */
    putLiveCopy = ({ attempt, take, copy, seq, beside }) => this.#answer(`copy ${take}/${copy}/${seq}`, () => {
        this.attempt(attempt);
        this.copies.set(`${take}/${copy}/${seq}`, beside);
    });

    finish = (/** @type {Attempt} */ { id, takes }) => this.#answer('finish', () => {
        const stored = this.attempt(id);
        const missing = takes
            .map(({ take, pieces }) => {
                /** @type {import('#js/practice/attempt/ranges.js').Ranges} */
                const there = [...(stored.takes.get(take)?.keys() ?? [])].map((seq) => [seq, seq]);
                return { take, chunks: minus([[0, pieces.length - 1]], joined(there)) };
            })
            .filter(({ chunks }) => chunks.length > 0);
        if (missing.length > 0) {
            throw new Refusal(409, { missing });
        }
        stored.state = 'processing';
    });

    submit = (/** @type {string} */ id) => this.#answer('submit', () => ({ state: this.attempt(id).state }));

    state = (/** @type {string} */ id) => this.#answer('state', () => ({ state: this.attempt(id).state }));

    delete = (/** @type {{id: string, recorder?: string}} */ { id, recorder }) => this.#answer('delete', () => {
        this.#recordedBy(id, recorder);
        if (!this.attempts.delete(id)) {
            throw new Refusal(404, {});
        }
    });

    /** The digests of an attempt's chunks, by take and number. @param {string} id @returns {Promise<Chunks | undefined>} */
    chunksOf = async (id) => this.attempts.get(id)?.takes;

    /** What kills a server in memory is its network's business. @param {() => void} onDead */
    kill = (onDead) => onDead();

    /** It is there again. */
    restart = async () => {};

    /** A turn of the event loop, far quicker than a timer of no milliseconds, which takes one. @returns {Promise<unknown>} */
    settled = () => new Promise((resolve) => setImmediate(resolve));

    /** The chunks that arrived, as take/number. */
    get stored() {
        return [...this.attempts.values()]
            .flatMap(({ takes }) => [...takes].flatMap(([take, chunks]) => [...chunks.keys()].map((seq) => `${take}/${seq}`)))
            .sort();
    }

    /** @template T @param {string} call @param {() => T} answer @returns {Promise<T>} */
    async #answer(call, answer) {
        if (!this.connected) {
            throw new Unreachable('no network');
        }
        this.calls.push(call);
        const fault = this.faults[call]?.shift();
        if (fault) {
            throw fault;
        }
        return answer();
    }

    /** Refused where another device's chunks are. @param {string} id @param {string} [recorder] */
    #recordedBy(id, recorder) {
        const stored = this.attempt(id);
        if (stored.takes.size > 0 && recorder && stored.recorder && stored.recorder !== recorder) {
            throw new Refusal(409, { code: 'practice.recorded-elsewhere' });
        }
        return stored;
    }

    /** @param {string} id */
    attempt(id) {
        const stored = this.attempts.get(id);
        if (!stored) {
            throw new Refusal(404, {});
        }
        return stored;
    }
}
