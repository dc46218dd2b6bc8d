/**
 * Plays a scripted audience. The same scenario, seed, intensity and actions of the host give the same audience on every
 * phone, whatever the steps between the calls: time is passed in, as whole recorded milliseconds of the attempt.
 *
 * A question waits for an answer to begin. Half-way the viewer repeats it, at the end they become impatient; an answer
 * makes them content, and being greeted by name makes them patient.
 */

import { reactionsTo } from './act-reactions.js';
import { draw } from './chance.js';
import { eventsOf, wantsAnAnswer } from './scenario.js';

/**
 * @typedef {import('./scenario.js').Scenario} Scenario
 * @typedef {import('./scenario.js').ScenarioEvent} ScenarioEvent
 * @typedef {'gentle' | 'lively' | 'rough'} Intensity
 * @typedef {import('./occurrence.js').Occurrence} Occurrence
 * @typedef {import('./occurrence.js').Mood} Mood
 * @typedef {import('./occurrence.js').Line} Line
 * @typedef {{ms: number, key: string, play: () => Line[]}} Coming
 */

/** A line shown for less than this cannot have been read. */
const READ_MS = 800;
const CONTENT_MS = 1_200;
const VARIANTS = 1_000;

/** Per cent of the time an answer may take. */
const PATIENCE = { gentle: 150, lively: 100, rough: 75 };
const CALMED = 150;

export class Audience {
    /** @type {Occurrence[]} in the order in which they were shown */
    occurrences = [];
    #scenario;
    #events;
    #intensity;
    #seed;
    #listening;
    #now;
    /** @type {Map<string, number>} when each step began first */
    #steps = new Map();
    /** @type {{ref: string, ms: number}[]} what the host did beside speaking, in its order */
    #acts = [];
    /** Keys of what has been played: events, and the viewers' reactions. */
    #done = new Set();
    /** When the next line comes if the host does nothing before: until then there is nothing to compute. */
    #nextMs = 0;

    /**
     * @param {Scenario} scenario
     * @param {object} how
     * @param {number} how.seed
     * @param {Intensity} how.intensity
     * @param {boolean} how.listening whether the phone can detect the host's voice; otherwise only time counts
     * @param {number} [how.now] recorded before, in ms
     * @param {Occurrence[]} [how.occurrences] before
     * @param {[string, number][]} [how.steps] begun before, with the time of each
     * @param {[string, number][]} [how.acts] of the host before, with the time of each
     */
    constructor(scenario, { seed, intensity, listening, now = 0, occurrences = [], steps = [], acts = [] }) {
        this.#scenario = scenario;
        this.#seed = (seed ^ scenario.seed) >>> 0;
        this.#intensity = intensity;
        this.#listening = listening;
        this.#now = now;
        this.#events = eventsOf(scenario, intensity, this.#seed);
        this.occurrences = occurrences
            .filter(({ event, ms }) => ms <= now && this.#events.some(({ id }) => id === event))
            .map((one) => ({ ...one }));
        steps.filter(([, ms]) => ms <= now).forEach(([ref, ms]) => this.#steps.has(ref) || this.#steps.set(ref, ms));
        this.#acts = acts.filter(([, ms]) => ms <= now).map(([ref, ms]) => ({ ref, ms }));
        listening || this.#excuse();
        // What came before does not come again.
        this.occurrences.forEach(({ event }) => this.#done.add(`ask ${event}`));
        const reactions = [...this.occurrences.flatMap((one) => this.#reactionsTo(one)), ...this.#reactionsToActs()];
        reactions.filter(({ ms }) => ms <= now).forEach(({ key }) => this.#done.add(key));
    }

    /** Plays up to that time. @param {number} ms @returns {Line[]} in the order of their times */
    advance(ms) {
        const lines = [];
        while (ms >= this.#nextMs) {
            const next = this.#coming()[0];
            if (next && next.ms <= ms) {
                this.#now = Math.max(this.#now, next.ms);
                this.#done.add(next.key);
                lines.push(...next.play());
            } else {
                this.#nextMs = next?.ms ?? Infinity;
            }
        }
        this.#now = Math.max(this.#now, ms);
        return lines;
    }

    /** A step of the run of show begins. @param {string} ref @param {number} ms @returns {Line[]} */
    step(ref, ms) {
        const lines = this.advance(ms);
        if (!this.#steps.has(ref)) {
            this.#steps.set(ref, this.#now);
            this.#nextMs = 0;
        }
        return [...lines, ...this.advance(ms)];
    }

    /** The host begins to speak after a pause. @param {number} ms @returns {Line[]} */
    voice(ms) {
        const lines = this.advance(ms);
        const open = this.occurrences.filter((one) => one.heard && this.#isOpen(one) && one.ms + READ_MS <= this.#now);
        const answered = open.find((one) => one.namedAfterMs !== undefined) ?? open[0];
        return answered ? [...lines, this.#answer(answered)] : lines;
    }

    /** The microphone is taken away, or comes back: in between time alone counts. @param {boolean} listening @param {number} ms */
    hears(listening, ms) {
        const lines = this.advance(ms);
        this.#listening = listening;
        listening || this.#excuse();
        return lines;
    }

    /** The host greets the viewer of this event by name. @param {string} event @param {number} ms @returns {Line[]} */
    greet(event, ms) {
        const lines = this.advance(ms);
        const one = this.occurrences.find((each) => each.event === event);
        if (!one || one.namedAfterMs !== undefined || !this.#eventOf(one).who) {
            return lines;
        }
        one.namedAfterMs = this.#now - one.ms;
        this.#nextMs = 0;
        lines.push(this.#mood(one, 'named'));
        // Without listening, the greeting counts as the answer.
        return one.heard ? lines : [...lines, { ms: this.#now, event, state: 'answered' }];
    }

    /** The host goes on to the next product. @param {number} ms @returns {Line[]} */
    nextProduct(ms) {
        const lines = this.advance(ms);
        const left = this.occurrences.filter((one) => this.#isOpen(one) && wantsAnAnswer(this.#eventOf(one)));
        lines.push(...left.slice(0, 1).map((one) => this.#reminded(one, 'wait')));
        const { people } = this.#scenario;
        const eager = people[draw(this.#seed, `eager ${this.#now}`, people.length)];
        const variant = draw(this.#seed, `eager line ${this.#now}`, VARIANTS);
        return eager ? [...lines, { ms: this.#now, who: eager.id, mood: 'eager', variant }] : lines;
    }

    /** The host does something beside speaking. @param {string} ref of its marker @param {number} ms @returns {Line[]} */
    act(ref, ms) {
        const lines = this.advance(ms);
        this.#acts.push({ ref, ms: this.#now });
        this.#nextMs = 0;
        return lines;
    }

    /** Everything that would come if the host did nothing more, in the order of time. @returns {Coming[]} */
    #coming() {
        const events = this.#events.map((event) => ({ ms: this.#timeOf(event), key: `ask ${event.id}`, play: () => [this.#show(event)] }));
        const reactions = this.occurrences.flatMap((one) => this.#reactionsTo(one));
        return [...events, ...reactions, ...this.#reactionsToActs()]
            .filter(({ ms, key }) => ms < Infinity && !this.#done.has(key))
            .map((one) => ({ ...one, ms: Math.max(one.ms, this.#now) }))
            .sort((one, other) => one.ms - other.ms);
    }

    /** @returns {Coming[]} */
    #reactionsToActs() {
        return this.#acts.flatMap(({ ref, ms }, n) =>
            reactionsTo(ref, n, this.#seed, this.#scenario, this.#intensity === 'gentle').map(({ afterMs, who, mood, drawnBy }, i) => ({
                ms: ms + afterMs,
                key: `act ${n} ${i}`,
                play: () => [{ ms: this.#now, who, mood, variant: draw(this.#seed, drawnBy, VARIANTS) }],
            })));
    }

    /** When an event comes; never, as long as its trigger has not happened. @param {ScenarioEvent} event */
    #timeOf({ id, at, on }) {
        if (at) {
            const early = at.spread * 1_000;
            return Math.max(0, at.second * 1_000 - early + draw(this.#seed, `time ${id}`, 2 * early + 1));
        }
        if (!on) {
            return Infinity;
        }
        const since = on.step === undefined ? this.#decidedAt(on) : this.#steps.get(on.step);
        return since === undefined ? Infinity : since + on.after * 1_000;
    }

    /** When it was certain that the event was answered, or was not. @param {import('./scenario.js').Trigger} on */
    #decidedAt({ event, answered }) {
        const one = this.occurrences.find((each) => each.event === event);
        if (!one) {
            return undefined;
        }
        const inTime = this.#inTime(one);
        if (inTime || !one.heard) {
            // Without listening it counts as answered.
            const answeredAfterMs = inTime ? this.#answeredAfterMs(one) : undefined;
            const at = answeredAfterMs === undefined ? this.#patienceEnds(one) : one.ms + answeredAfterMs;
            return answered ? at : undefined;
        }
        return answered ? undefined : this.#patienceEnds(one);
    }

    /** The viewer's reactions to what the host did, whether or not they are due. @param {Occurrence} one @returns {Coming[]} */
    #reactionsTo(one) {
        const event = this.#eventOf(one);
        const answeredAfterMs = this.#answeredAfterMs(one);
        if (answeredAfterMs !== undefined) {
            const at = one.ms + answeredAfterMs + CONTENT_MS;
            const glad = { ms: at, key: `content ${one.event}`, play: () => [this.#mood(one, 'content')] };
            return wantsAnAnswer(event) && this.#inTime(one) ? [glad] : [];
        }
        const end = this.#patienceEnds(one);
        const missed = { ms: end, key: `end ${one.event}`, play: () => this.#patienceOver(one) };
        if (!one.heard || !wantsAnAnswer(event) || this.#intensity === 'gentle' || one.namedAfterMs !== undefined) {
            return [missed];
        }
        return [{ ms: one.ms + this.#patience(one) / 2, key: `nudge ${one.event}`, play: () => [this.#reminded(one, 'nudge')] }, missed];
    }

    /** @param {Occurrence} one @returns {Line[]} */
    #patienceOver(one) {
        const { event } = one;
        if (!one.heard || !wantsAnAnswer(this.#eventOf(one))) {
            return [{ ms: this.#now, event, state: one.heard ? 'missed' : 'answered' }];
        }
        const calm = this.#intensity === 'gentle' || one.namedAfterMs !== undefined;
        return [{ ...this.#reminded(one, calm ? 'nudge' : 'impatient'), state: 'missed' }];
    }

    /** @param {ScenarioEvent} event @returns {Line} */
    #show({ id, who, says }) {
        const one = { event: id, says: draw(this.#seed, `says ${id}`, says.length), ms: this.#now, heard: this.#listening, reminders: 0 };
        this.occurrences.push(one);
        return { ms: this.#now, event: id, says: one.says, state: 'waiting', ...(who && { who }) };
    }

    /** @param {Occurrence} one @returns {Line} */
    #answer(one) {
        one.answeredAfterMs = this.#now - one.ms;
        this.#nextMs = 0;
        return { ms: this.#now, event: one.event, state: 'answered' };
    }

    /** Nobody is blamed for what cannot be heard: who waits is answered by time, or was by name. Who was missed before stays so. */
    #excuse() {
        this.occurrences.filter((one) => this.#isOpen(one) && this.#now < this.#patienceEnds(one))
            .forEach((one) => Object.assign(one, { heard: false }));
        this.#nextMs = 0;
    }

    /** @param {Occurrence} one @param {Mood} mood @returns {Line} */
    #reminded(one, mood) {
        one.reminders++;
        return this.#mood(one, mood);
    }

    /** @param {Occurrence} one @param {Mood} mood @returns {Line} */
    #mood(one, mood) {
        const { id, who } = this.#eventOf(one);
        return { ms: this.#now, event: id, who, mood, variant: draw(this.#seed, `${mood} ${id}`, VARIANTS) };
    }

    /** Whether an answer may still begin, if only a late one. @param {Occurrence} one */
    #isOpen(one) {
        return this.#answeredAfterMs(one) === undefined && this.#now < this.#patienceEnds(one) + this.#patience(one);
    }

    /** @param {Occurrence} one */
    #inTime(one) {
        const answeredAfterMs = this.#answeredAfterMs(one);
        return answeredAfterMs !== undefined && one.ms + answeredAfterMs < this.#patienceEnds(one);
    }

    /** Without listening, the greeting counts as the answer. @param {Occurrence} one */
    #answeredAfterMs({ answeredAfterMs, namedAfterMs, heard }) {
        return answeredAfterMs ?? (heard ? undefined : namedAfterMs);
    }

    /** The wait begins again when the viewer is greeted by name. @param {Occurrence} one */
    #patienceEnds(one) {
        return one.ms + (one.namedAfterMs ?? 0) + this.#patience(one);
    }

    /** In whole, even milliseconds. A viewer whom the host has greeted by name before waits longer. @param {Occurrence} one */
    #patience(one) {
        const { who, within } = this.#eventOf(one);
        const greeted = who !== undefined && this.occurrences.some((each) =>
            each !== one && each.namedAfterMs !== undefined && each.ms + each.namedAfterMs <= one.ms && this.#eventOf(each).who === who);
        const ms = within * 10 * PATIENCE[this.#intensity];
        return greeted ? Math.trunc((ms * CALMED) / 200) * 2 : ms;
    }

    /** @param {Occurrence} one @returns {ScenarioEvent} */
    #eventOf({ event }) {
        return /** @type {ScenarioEvent} */ (this.#events.find(({ id }) => id === event));
    }
}
