import { Refusal, Unreachable } from '#js/app/http.js';
import { joined, minus } from '#js/practice/attempt/ranges.js';

/** The attempts as a server knows them, with the faults a test asks for. */
export class AttemptServer {
    connected = true;
    signedIn = 'chunmei';
    /** @type {Map<string, {plan: any, takes: Map<number, Map<number, string>>, state: string}>} */
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

    put = (id, plan) => this.#answer('put', () => {
        const known = this.attempts.get(id);
        if (known && JSON.stringify(known.plan) !== JSON.stringify(plan)) {
            throw new Refusal(409, {});
        }
        this.attempts.set(id, known ?? { plan, takes: new Map(), state: 'planned' });
    });

    storedTakes = (id) => this.#answer('takes', () =>
        [...this.#known(id).takes].map(([take, chunks]) => ({ take, chunks: joined([...chunks.keys()].map((seq) => [seq, seq])) })));

    async putChunk({ attempt, take, seq, digest }) {
        this.busiest = Math.max(this.busiest, ++this.#busy);
        await new Promise((resolve) => setTimeout(resolve, 0));
        try {
            await this.#answer(`chunk ${take}/${seq}`, () => {
                const { takes } = this.#known(attempt);
                takes.set(take, (takes.get(take) ?? new Map()).set(seq, digest));
            });
        } finally {
            this.#busy--;
        }
    }

    finish = ({ id, takes }) => this.#answer('finish', () => {
        const known = this.#known(id);
        const missing = takes
            .map(({ take, pieces }) => ({ take, chunks: minus([[0, pieces.length - 1]], joined([...(known.takes.get(take)?.keys() ?? [])].map((seq) => [seq, seq]))) }))
            .filter(({ chunks }) => chunks.length > 0);
        if (missing.length > 0) {
            throw new Refusal(409, { missing });
        }
        known.state = 'processing';
    });

    submit = (id) => this.#answer('submit', () => ({ state: this.#known(id).state }));

    state = (id) => this.#answer('state', () => ({ state: this.#known(id).state }));

    delete = (id) => this.#answer('delete', () => {
        if (!this.attempts.delete(id)) {
            throw new Refusal(404, {});
        }
    });

    /** The chunks that arrived, as take/number. */
    get stored() {
        return [...this.attempts.values()].flatMap(({ takes }) => [...takes].flatMap(([take, chunks]) => [...chunks.keys()].map((seq) => `${take}/${seq}`))).sort();
    }

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

    #known(id) {
        const known = this.attempts.get(id);
        if (!known) {
            throw new Refusal(404, {});
        }
        return known;
    }
}
