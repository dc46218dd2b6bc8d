/**
 * Plays a scripted audience. The same scenario, seed, intensity and deeds of the host give the same audience on every
 * phone, in steps of whatever length: time is the recorded time of the attempt in whole milliseconds and is passed in.
 *
 * A question waits for an answer to begin. Half-way the viewer asks again, at the end they grow impatient; an answer
 * makes them content, their name on the host's lips calms them.
 */

import { draw } from './chance.js';
import { playable, wantsAnAnswer } from './scenario.js';

/**
 * @typedef {import('./scenario.js').Scenario} Scenario
 * @typedef {import('./scenario.js').ScenarioEvent} ScenarioEvent
 * @typedef {'gentle' | 'lively' | 'rough'} Intensity
 *
 * @typedef {object} Asked what was asked of the host, and what came of it
 * @property {string} event id in the scenario
 * @property {number} says which of its sentences
 * @property {number} ms when it was shown
 * @property {number} [answeredAfterMs] until an answer began
 * @property {number} [namedAfterMs] until the host greeted the viewer by name
 * @property {boolean} heard whether the phone could tell when the host spoke
 * @property {number} reminders how often the viewer asked again
 *
 * @typedef {'nudge' | 'impatient' | 'content' | 'named' | 'wait' | 'eager'} Mood
 *
 * @typedef {object} Line what comes onto the screen: the scenario's own words, or a sentence of the viewer's mood
 * @property {number} ms
 * @property {string} [event]
 * @property {string} [who]
 * @property {number} [says] which of the event's sentences
 * @property {Mood} [mood]
 * @property {number} [variant] which of the mood's sentences, modulo their number
 * @property {'waiting' | 'answered' | 'missed'} [state] of the event from now on
 */

/** What is on the screen for less than this cannot have been read. */
const READ_MS = 800;
const CONTENT_MS = 1_200;
const VARIANTS = 1_000;

/** Of the time an answer may take: in per cent, as whole numbers. */
const PATIENCE = { gentle: 150, lively: 100, rough: 75 };
const CALMED = 150;

export class Audience {
    /** @type {Asked[]} in the order in which they were shown */
    asked = [];
    #scenario;
    #events;
    #intensity;
    #seed;
    #hears;
    #now;
    /** @type {Map<string, number>} when each step began first */
    #steps = new Map();
    /** What has been played: events, and the reactions to what became of them. */
    #done = new Set();
    /** When the next thing comes, unless the host does something before; not before then is there anything to look for. */
    #nextMs = 0;

    /**
     * @param {Scenario} scenario
     * @param {object} how
     * @param {number} how.seed
     * @param {Intensity} how.intensity
     * @param {boolean} how.hears whether the phone can tell when the host speaks; otherwise time alone goes on
     * @param {number} [how.now] recorded before, in ms
     * @param {Asked[]} [how.asked] before
     * @param {[string, number][]} [how.steps] begun before, with the time of each
     */
    constructor(scenario, { seed, intensity, hears, now = 0, asked = [], steps = [] }) {
        this.#scenario = scenario;
        this.#seed = (seed ^ scenario.seed) >>> 0;
        this.#intensity = intensity;
        this.#hears = hears;
        this.#now = now;
        this.#events = playable(scenario).filter((event) => this.#comes(event));
        this.asked = asked.filter(({ event, ms }) => ms <= now && this.#events.some(({ id }) => id === event)).map((one) => ({ ...one }));
        steps.filter(([, ms]) => ms <= now).forEach(([ref, ms]) => this.#steps.has(ref) || this.#steps.set(ref, ms));
        if (!hears) {
            this.asked.filter((one) => this.#isOpen(one)).forEach((one) => Object.assign(one, { heard: false }));
        }
        // What was said before is not said again.
        this.asked.forEach(({ event }) => this.#done.add(`ask ${event}`));
        this.asked.flatMap((one) => this.#reactionsTo(one)).filter(({ ms }) => ms <= now).forEach(({ key }) => this.#done.add(key));
    }

    /** Plays up to there. @param {number} ms @returns {Line[]} in the order of their times */
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
        const open = this.asked.filter((one) => this.#isOpen(one) && one.ms + READ_MS <= this.#now);
        const answered = open.find((one) => one.namedAfterMs !== undefined) ?? open[0];
        return answered && this.#hears ? [...lines, this.#answer(answered)] : lines;
    }

    /** The host greets by name whoever said this. @param {string} event @param {number} ms @returns {Line[]} */
    greet(event, ms) {
        const lines = this.advance(ms);
        const one = this.asked.find((each) => each.event === event);
        if (!one || one.namedAfterMs !== undefined || !this.#eventOf(one).who) {
            return lines;
        }
        one.namedAfterMs = this.#now - one.ms;
        this.#nextMs = 0;
        lines.push(this.#mood(one, 'named'));
        // Nobody listens for more: a greeting is all that can be known of an answer.
        return one.heard ? lines : [...lines, { ms: this.#now, event, state: 'answered' }];
    }

    /** The host goes on to the next product. @param {number} ms @returns {Line[]} */
    nextProduct(ms) {
        const lines = this.advance(ms);
        const left = this.asked.filter((one) => this.#isOpen(one) && wantsAnAnswer(this.#eventOf(one)));
        lines.push(...left.slice(0, 1).map((one) => this.#reminded(one, 'wait')));
        const { people } = this.#scenario;
        const eager = people[draw(this.#seed, `eager ${this.#now}`, people.length)];
        lines.push({ ms: this.#now, who: eager.id, mood: 'eager', variant: draw(this.#seed, `eager line ${this.#now}`, VARIANTS) });
        return lines;
    }

    /** Whether this person's audience has this event at all. @param {ScenarioEvent} event */
    #comes({ id, kind, who, chance }) {
        const mood = this.#scenario.people.find((one) => one.id === who)?.mood;
        if (this.#intensity === 'gentle' && (kind === 'troll' || mood === 'rude')) {
            return false;
        }
        return this.#intensity === 'rough' || draw(this.#seed, `chance ${id}`, 100) < chance;
    }

    /**
     * All that would come if the host did nothing more, first things first.
     *
     * @returns {{ms: number, key: string, play: () => Line[]}[]}
     */
    #coming() {
        const events = this.#events.map((event) => ({ ms: this.#timeOf(event), key: `ask ${event.id}`, play: () => [this.#ask(event)] }));
        const reactions = this.asked.flatMap((one) => this.#reactionsTo(one));
        return [...events, ...reactions]
            .filter(({ ms, key }) => ms < Infinity && !this.#done.has(key))
            .map((one) => ({ ...one, ms: Math.max(one.ms, this.#now) }))
            .sort((one, other) => one.ms - other.ms);
    }

    /** When an event comes; never, as long as what it waits for has not happened. @param {ScenarioEvent} event */
    #timeOf({ id, at, on }) {
        if (at) {
            const early = at.spread * 1_000;
            return Math.max(0, at.second * 1_000 - early + draw(this.#seed, `time ${id}`, 2 * early + 1));
        }
        const since = on.step === undefined ? this.#decidedAt(on) : this.#steps.get(on.step);
        return since === undefined ? Infinity : since + on.after * 1_000;
    }

    /** When it was decided that the event was answered, or was not, if it was so. @param {ScenarioEvent['on']} on */
    #decidedAt({ event, answered }) {
        const one = this.asked.find((each) => each.event === event);
        if (!one) {
            return undefined;
        }
        const inTime = this.#inTime(one);
        if (inTime || !one.heard) {
            // Where nobody listened, it is taken for answered.
            return answered ? (inTime ? one.ms + this.#answeredAfterMs(one) : this.#patienceEnds(one)) : undefined;
        }
        return answered ? undefined : this.#patienceEnds(one);
    }

    /**
     * What follows from something that was asked, whether or not it is due.
     *
     * @param {Asked} one
     * @returns {{ms: number, key: string, play: () => Line[]}[]}
     */
    #reactionsTo(one) {
        const event = this.#eventOf(one);
        const answeredAfterMs = this.#answeredAfterMs(one);
        if (answeredAfterMs !== undefined) {
            const glad = { ms: one.ms + answeredAfterMs + CONTENT_MS, key: `content ${one.event}`, play: () => [this.#mood(one, 'content')] };
            return wantsAnAnswer(event) && this.#inTime(one) ? [glad] : [];
        }
        const end = this.#patienceEnds(one);
        const missed = { ms: end, key: `end ${one.event}`, play: () => this.#patienceOver(one) };
        if (!one.heard || !wantsAnAnswer(event) || this.#intensity === 'gentle' || one.namedAfterMs !== undefined) {
            return [missed];
        }
        return [{ ms: one.ms + this.#patience(one) / 2, key: `nudge ${one.event}`, play: () => [this.#reminded(one, 'nudge')] }, missed];
    }

    /** @param {Asked} one @returns {Line[]} */
    #patienceOver(one) {
        const { event } = one;
        if (!one.heard || !wantsAnAnswer(this.#eventOf(one))) {
            return [{ ms: this.#now, event, state: one.heard ? 'missed' : 'answered' }];
        }
        const calm = this.#intensity === 'gentle' || one.namedAfterMs !== undefined;
        return [{ ...this.#reminded(one, calm ? 'nudge' : 'impatient'), state: 'missed' }];
    }

    /** @param {ScenarioEvent} event @returns {Line} */
    #ask({ id, who, says }) {
        const one = { event: id, says: draw(this.#seed, `says ${id}`, says.length), ms: this.#now, heard: this.#hears, reminders: 0 };
        this.asked.push(one);
        return { ms: this.#now, event: id, says: one.says, state: 'waiting', ...(who && { who }) };
    }

    /** @param {Asked} one @returns {Line} */
    #answer(one) {
        one.answeredAfterMs = this.#now - one.ms;
        this.#nextMs = 0;
        return { ms: this.#now, event: one.event, state: 'answered' };
    }

    /** @param {Asked} one @param {Mood} mood @returns {Line} */
    #reminded(one, mood) {
        one.reminders++;
        return this.#mood(one, mood);
    }

    /** @param {Asked} one @param {Mood} mood @returns {Line} */
    #mood(one, mood) {
        const { id, who } = this.#eventOf(one);
        return { ms: this.#now, event: id, who, mood, variant: draw(this.#seed, `${mood} ${id}`, VARIANTS) };
    }

    /** An answer may still begin: late ones count as late. @param {Asked} one */
    #isOpen(one) {
        return this.#answeredAfterMs(one) === undefined && this.#now < this.#patienceEnds(one) + this.#patience(one);
    }

    /** @param {Asked} one */
    #inTime(one) {
        const answeredAfterMs = this.#answeredAfterMs(one);
        return answeredAfterMs !== undefined && one.ms + answeredAfterMs < this.#patienceEnds(one);
    }

    /** A greeting answers where nobody listens. @param {Asked} one */
    #answeredAfterMs({ answeredAfterMs, namedAfterMs, heard }) {
        return answeredAfterMs ?? (heard ? undefined : namedAfterMs);
    }

    /** From being greeted by name on, a viewer waits anew. @param {Asked} one */
    #patienceEnds(one) {
        return one.ms + (one.namedAfterMs ?? 0) + this.#patience(one);
    }

    /** In whole, even milliseconds. Whom the host has greeted by name before waits longer. @param {Asked} one */
    #patience(one) {
        const { who, within } = this.#eventOf(one);
        const known = who !== undefined && this.asked.some((each) =>
            each !== one && each.namedAfterMs !== undefined && each.ms + each.namedAfterMs <= one.ms && this.#eventOf(each).who === who);
        const ms = within * 10 * PATIENCE[this.#intensity];
        return known ? Math.trunc((ms * CALMED) / 200) * 2 : ms;
    }

    /** @param {Asked} one @returns {ScenarioEvent} */
    #eventOf({ event }) {
        return /** @type {ScenarioEvent} */ (this.#events.find(({ id }) => id === event));
    }
}
