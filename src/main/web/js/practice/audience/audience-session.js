/** The audience of one take: plays the scenario, shows the comments, listens to the host, and stores the outcome. */

import { positionOf, recordedMs } from '../attempt/attempt.js';
import { HOST_ACT } from '../recording/host-acts.js';
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
    #cut;
    /** Recorded before this take. */
    #before;
    /** @type {Audience | undefined} undefined until the phone has tried to listen */
    #engine;
    /** @type {((engine: Audience, ms: number) => import('./occurrence.js').Line[])[]} what happened before the engine began */
    #early = [];
    /** Whether this phone can tell when the host speaks, as long as it has its microphone. */
    #canListen = false;
    #hasMicrophone = true;
    /** Whether the viewers go by what they hear, and not by time alone. */
    #hears = false;
    #over = false;

    /**
     * @param {Attempt} attempt with an audience
     * @param {number} take that runs
     * @param {object} ports
     * @param {HTMLElement} ports.stage
     * @param {import('../attempt/attempt-store.js').AttemptStore} ports.store
     * @param {() => number} ports.recordedMs of the attempt, this take included, by the recorder's own clock
     * @param {(onVoice: (agoMs: number) => void, onHearing: (hears: boolean) => void) => Promise<boolean>} ports.listen
     *     whether this phone can listen; `onVoice` is called when the host begins to speak, `onHearing` when the phone
     *     listens no more, or again
     * @param {(seconds: number) => void} ports.cut plays a network that is lost for so long
     */
    constructor(attempt, take, { stage, store, recordedMs: now, listen, cut }) {
        this.#cut = cut;
        this.#attempt = attempt;
        this.#audience = /** @type {import('./record.js').Audience} */ (attempt.audience);
        this.#take = take;
        this.#store = store;
        this.#recordedMs = () => Math.round(now());
        this.#before = recordedMs(attempt);
        this.#comments = new Comments(stage, this.#audience.scenario, (event) => this.#play((engine, ms) => engine.greet(event, ms)));
        this.#begin(listen);
    }

    /** A step of the run of show began. @param {string} ref @param {number} ms recorded of the attempt */
    step(ref, ms) {
        this.#playOrQueue((engine) => engine.step(ref, ms));
    }

    /** The host did something beside speaking. @param {string} ref of its marker @param {number} ms recorded of the attempt */
    act(ref, ms) {
        this.#playOrQueue((engine) => engine.act(ref, ms));
    }

    nextProduct() {
        this.#play((engine, ms) => engine.nextProduct(ms));
    }

    /** The microphone was taken away, or came back. @param {boolean} audible */
    microphone(audible) {
        this.#hasMicrophone = audible;
        this.#playOrQueue((engine, ms) => this.#hear(engine, ms));
    }

    tick() {
        this.#play((engine, ms) => engine.advance(ms));
    }

    end() {
        this.#over = true;
    }

    /** @param {ConstructorParameters<typeof AudienceSession>[2]['listen']} listen */
    async #begin(listen) {
        const listening = await listen((agoMs) => this.#voice(agoMs), (hears) => {
            this.#canListen = hears;
            this.#playOrQueue((engine, ms) => this.#hear(engine, ms));
        });
        if (this.#over) {
            return;
        }
        this.#canListen = this.#hears = listening;
        if (!listening) {
            this.#comments.notice('viewers-cannot-hear');
        }
        const before = (/** @type {string} */ wanted) => this.#attempt.marks
            .filter(({ kind }) => kind === wanted)
            .map(({ ref, at }) => /** @type {[string, number]} */ ([ref, positionOf(this.#attempt, at)]));
        const engine = new Audience(this.#audience.scenario, {
            seed: seedOf(this.#attempt.id),
            intensity: this.#audience.intensity,
            listening,
            now: this.#before,
            occurrences: occurrencesOf(this.#attempt),
            steps: before('step'),
            acts: before(HOST_ACT),
        });
        this.#engine = engine;
        listening || this.#save(engine.occurrences);
        this.#early.forEach((action) => this.#play(action));
    }

    /** @param {(engine: Audience, ms: number) => import('./occurrence.js').Line[]} action */
    #playOrQueue(action) {
        if (this.#engine) {
            this.#play(action);
        } else {
            this.#early.push(action);
        }
    }

    /** Says so where viewers who heard the host hear nothing any more. @param {Audience} engine @param {number} ms */
    #hear(engine, ms) {
        const hears = this.#canListen && this.#hasMicrophone;
        if (hears === this.#hears) {
            return [];
        }
        this.#hears = hears;
        hears || this.#comments.notice('viewers-cannot-hear');
        const lines = engine.hears(hears, ms);
        // Nothing is shown of it, and the next take must know whom it excused.
        this.#save(engine.occurrences);
        return lines;
    }

    /** @param {number} agoMs */
    #voice(agoMs) {
        this.#play((engine, ms) => engine.voice(Math.max(this.#before, ms - agoMs)));
    }

    /** @param {(engine: Audience, ms: number) => import('./occurrence.js').Line[]} action */
    #play(action) {
        if (this.#over || !this.#engine) {
            return;
        }
        try {
            const lines = action(this.#engine, this.#recordedMs());
            if (lines.length > 0) {
                this.#comments.show(lines);
                const { timeline } = this.#audience.scenario;
                const shown = lines.filter(({ state }) => state === 'waiting').map(({ event }) => event);
                timeline.forEach(({ id, cut }) => cut && shown.includes(id) && this.#cut(cut));
                this.#save(this.#engine.occurrences);
            }
        } catch (fault) {
            // The recording is worth more than its viewers.
            console.error(fault);
            this.#over = true;
        }
    }

    /** @param {import('./occurrence.js').Occurrence[]} occurrences */
    #save(occurrences) {
        if (occurrences.length === 0) {
            return;
        }
        const stored = toStored(occurrences, this.#audience.asked, this.#take, this.#before);
        this.#store.update(this.#attempt.id, (attempt) => {
            if (attempt.audience) {
                attempt.audience.asked = stored;
            }
        });
    }
}
