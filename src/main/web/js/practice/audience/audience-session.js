/** The audience of one take: plays the scenario, shows the comments, listens to the host, and stores the outcome. */

import { positionOf, recordedMs } from '../attempt/attempt.js';
import { seedOf } from './chance.js';
import { Comments } from './comments.js';
import { Audience } from './engine.js';
import { occurrencesOf, toStored } from './record.js';

/** @typedef {import('../attempt/attempt.js').Attempt} Attempt */

export class AudienceSession {
    #attempt;
    #audience;
    #take;
    #store;
    #recordedMs;
    #comments;
    /** Recorded before this take. */
    #before;
    /** @type {Audience | undefined} undefined until the phone has tried to listen */
    #engine;
    /** @type {{ref: string, ms: number}[]} steps that began before the engine */
    #early = [];
    #over = false;

    /**
     * @param {Attempt} attempt with an audience
     * @param {number} take that runs
     * @param {object} ports
     * @param {HTMLElement} ports.stage
     * @param {import('../attempt/attempt-store.js').AttemptStore} ports.store
     * @param {() => number} ports.recordedMs of the attempt, this take included, by the recorder's own clock
     * @param {(onVoice: (agoMs: number) => void) => Promise<boolean>} ports.listen whether this phone can listen;
     *     `onVoice` is called when the host begins to speak
     */
    constructor(attempt, take, { stage, store, recordedMs: now, listen }) {
        this.#attempt = attempt;
        this.#audience = /** @type {import('./record.js').Audience} */ (attempt.audience);
        this.#take = take;
        this.#store = store;
        this.#recordedMs = () => Math.round(now());
        this.#before = recordedMs(attempt);
        this.#comments = new Comments(stage, this.#audience.scenario, (event) => this.#play((engine, ms) => engine.greet(event, ms)));
        this.#begin(listen);
    }

    /** A step of the run of show begins. @param {string} ref */
    step(ref) {
        if (this.#engine) {
            this.#play((engine, ms) => engine.step(ref, ms));
        } else {
            this.#early.push({ ref, ms: this.#recordedMs() });
        }
    }

    nextProduct() {
        this.#play((engine, ms) => engine.nextProduct(ms));
    }

    tick() {
        this.#play((engine, ms) => engine.advance(ms));
    }

    end() {
        this.#over = true;
    }

    /** @param {ConstructorParameters<typeof AudienceSession>[2]['listen']} listen */
    async #begin(listen) {
        const listening = await listen((agoMs) => this.#voice(agoMs));
        if (this.#over) {
            return;
        }
        if (!listening) {
            this.#comments.notice('viewers-cannot-hear');
        }
        const engine = new Audience(this.#audience.scenario, {
            seed: seedOf(this.#attempt.id),
            intensity: this.#audience.intensity,
            listening,
            now: this.#before,
            occurrences: occurrencesOf(this.#attempt),
            steps: this.#attempt.marks
                .filter(({ kind }) => kind === 'step')
                .map(({ ref, at }) => [ref, positionOf(this.#attempt, at)]),
        });
        this.#engine = engine;
        this.#early.forEach(({ ref, ms }) => this.#play(() => engine.step(ref, ms)));
    }

    /** @param {number} agoMs */
    #voice(agoMs) {
        this.#play((engine, ms) => engine.voice(Math.max(this.#before, ms - agoMs)));
    }

    /** @param {(engine: Audience, ms: number) => import('./engine.js').Line[]} action */
    #play(action) {
        if (this.#over || !this.#engine) {
            return;
        }
        const lines = action(this.#engine, this.#recordedMs());
        if (lines.length > 0) {
            this.#comments.show(lines);
            this.#save(this.#engine.occurrences);
        }
    }

    /** @param {import('./engine.js').Occurrence[]} occurrences */
    #save(occurrences) {
        const stored = toStored(occurrences, this.#audience.asked, this.#take, this.#before);
        this.#store.update(this.#attempt.id, (attempt) => {
            if (attempt.audience) {
                attempt.audience.asked = stored;
            }
        });
    }
}
