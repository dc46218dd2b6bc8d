/**
 * The run of show of one plan: as it was published, or as the trainee changed it. Every change can be undone. What the
 * server would refuse cannot be made here, for a plan that is refused would hold its recording back.
 *
 * @typedef {object} PublishedStep
 * @property {string} id
 * @property {string} title
 * @property {string} say with blanks
 * @property {string} tip
 * @property {number} seconds
 *
 * @typedef {object} Step
 * @property {string} ref id of the published step, or `own-…`
 * @property {string} title
 * @property {string} say as published; empty for a step of the trainee's own
 * @property {string} tip
 * @property {number} seconds
 * @property {string} words the trainee's own words; empty to say the published ones
 *
 * @typedef {{ref: string, seconds: number, title?: string, words?: string}} PlannedStep as the server takes it
 * @typedef {{ref: string, title: string, seconds: number, say: string, tip: string}} Line as the teleprompter shows it
 */

import { spoken } from './script.js';

const LEAST_SECONDS = 5;
const MOST_SECONDS = 3600;
const MOST_STEPS = 40;
/** No rehearsal is longer. */
const LONGEST_SECONDS = 3 * 60 * 60;
export const LONGEST_TITLE = 60;
export const LONGEST_WORDS = 300;
const OWN = 'own-';
const MOST_UNDONE = 50;

export class RunOfShow {
    #published;
    /** @type {Step[]} */
    #steps;
    /** @type {Step[][]} */
    #before = [];

    /**
     * @param {PublishedStep[]} published
     * @param {PlannedStep[]} [planned] as it was changed before; steps that are published no longer are left out
     */
    constructor(published, planned) {
        this.#published = published.map(({ id, ...step }) => ({ ref: id, ...step, words: '' }));
        const changed = (planned ?? []).flatMap(({ ref, seconds, title = '', words = '' }) => {
            const step = this.#published.find((one) => one.ref === ref);
            return step ? [{ ...step, seconds, words }] : ref.startsWith(OWN) ? [{ ref, title, say: '', tip: '', seconds, words }] : [];
        });
        this.#steps = changed.length > 0 ? changed : this.#published;
    }

    get steps() {
        return this.#steps;
    }

    get seconds() {
        return total(this.#steps);
    }

    get canUndo() {
        return this.#before.length > 0;
    }

    /** Whether it differs from what was published. */
    get isChanged() {
        return JSON.stringify(this.#steps) !== JSON.stringify(this.#published);
    }

    undo() {
        this.#steps = this.#before.pop() ?? this.#steps;
    }

    /** Back to what was published. */
    reset() {
        this.#change(this.#published);
    }

    /**
     * A bit more or less time; a bit is more for a long step.
     *
     * @param {string} ref
     * @param {1 | -1} way
     */
    stretch(ref, way) {
        this.#with(ref, (step) => {
            const bit = step.seconds + way < 60 ? 5 : 30;
            const seconds = Math.round((step.seconds + way * bit) / bit) * bit;
            return { ...step, seconds: Math.min(MOST_SECONDS, Math.max(LEAST_SECONDS, seconds)) };
        });
    }

    /** @param {string} ref @param {1 | -1} by one place down or up */
    move(ref, by) {
        const at = this.#steps.findIndex((step) => step.ref === ref);
        const to = at + by;
        if (at >= 0 && to >= 0 && to < this.#steps.length) {
            const steps = [...this.#steps];
            [steps[at], steps[to]] = [steps[to], steps[at]];
            this.#change(steps);
        }
    }

    /** One step stays: a rehearsal of nothing is none. @param {string} ref */
    remove(ref) {
        if (this.#steps.length > 1) {
            this.#change(this.#steps.filter((step) => step.ref !== ref));
        }
    }

    /** Adds a step of the trainee's own, last. @param {string} title */
    add(title) {
        const numbers = this.#steps.map(({ ref }) => (ref.startsWith(OWN) ? Number(ref.slice(OWN.length)) : 0));
        const ref = `${OWN}${Math.max(0, ...numbers) + 1}`;
        const step = { ref, title: title.trim().slice(0, LONGEST_TITLE), say: '', tip: '', seconds: 60, words: '' };
        if (step.title && this.#steps.length < MOST_STEPS) {
            this.#change([...this.#steps, step]);
        }
    }

    /** @param {string} ref @param {string} words empty for the published ones */
    say(ref, words) {
        this.#with(ref, (step) => ({ ...step, words: words.trim().slice(0, LONGEST_WORDS) }));
    }

    /** As the server takes it; nothing where it is followed as published. @returns {PlannedStep[] | undefined} */
    get planned() {
        return this.isChanged
            ? this.#steps.map(({ ref, seconds, title, words }) => ({
                ref, seconds, ...(ref.startsWith(OWN) && { title }), ...(words && { words }),
            }))
            : undefined;
    }

    /** @param {Record<string, string | undefined>} blanks @returns {Line[]} */
    lines(blanks) {
        return this.#steps.map(({ ref, title, seconds, say, tip, words }) =>
            ({ ref, title, seconds, tip, say: words || spoken(say, blanks) }));
    }

    /** @param {string} ref @param {(step: Step) => Step} change */
    #with(ref, change) {
        this.#change(this.#steps.map((step) => (step.ref === ref ? change(step) : step)));
    }

    /** @param {Step[]} steps */
    #change(steps) {
        if (total(steps) <= LONGEST_SECONDS && JSON.stringify(steps) !== JSON.stringify(this.#steps)) {
            this.#before = [...this.#before.slice(1 - MOST_UNDONE), this.#steps];
            this.#steps = steps;
        }
    }
}

/** @param {Step[]} steps */
function total(steps) {
    return steps.reduce((sum, { seconds }) => sum + seconds, 0);
}
