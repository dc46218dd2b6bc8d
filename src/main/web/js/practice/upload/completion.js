/**
 * The last steps of an attempt with the server: finish, hand in, delete. Each may be repeated any number of times.
 */

import { Refusal, Unreachable } from '#app/http.js';
import { last, missing, reconcile } from '../attempt/attempt.js';
import { RECORDED_ELSEWHERE, refusedAs, Trouble, troubleOf } from './trouble.js';

/** @typedef {import('../attempt/attempt.js').Attempt} Attempt */

/** The trouble of an attempt that was deleted here after it was handed in on another phone. */
export const NOT_DELETED = 'not-deleted';

/** Pages of the server that list attempts. */
const LISTS = ['/', '/practice'];

export class Completion {
    #api;
    #store;
    #clock;
    #refreshPages;
    /** What the finish of an attempt waits for. @type {Map<string, Promise<unknown>>} */
    #before = new Map();

    /**
     * @param {object} ports
     * @param {import('./attempt-api.js').AttemptApi} ports.api
     * @param {Omit<import('../attempt/attempt-store.js').AttemptStore, 'update'>} ports.store
     * @param {import('../../app/clock.js').Clock} ports.clock
     * @param {(pages: string[]) => Promise<unknown>} ports.refreshPages fetches these stored pages again
     */
    constructor({ api, store, clock, refreshPages }) {
        this.#api = api;
        this.#store = store;
        this.#clock = clock;
        this.#refreshPages = refreshPages;
    }

    /** A time the server does not take stays undone, and is said so; the rehearsal itself is not touched. @param {Attempt} attempt */
    async book({ id, booking = { at: '' } }) {
        let outcome = 'sent';
        try {
            await this.#api.book(id, booking.at);
        } catch (fault) {
            if (!(fault instanceof Refusal)) {
                throw fault;
            }
            outcome = 'refused';
        }
        await this.#store.note(id, (attempt) => {
            attempt.booking = { at: booking.at, [outcome]: true };
        });
        await this.#refreshPages(LISTS);
    }

    /** @param {string} id @param {Promise<unknown>} work that ends soon and never fails; it may change the attempt */
    finishAfter(id, work) {
        this.#before.set(id, work);
    }

    /** @param {Attempt} attempt which is to be read again unless it is finished now */
    async finish(attempt) {
        const before = this.#before.get(attempt.id);
        if (before) {
            await before;
            this.#before.delete(attempt.id);
            return;
        }
        try {
            await this.#api.finish(attempt);
        } catch (fault) {
            if (!(fault instanceof Refusal)) {
                throw fault;
            }
            if (fault.status === 410) {
                await this.closedMeanwhile(attempt);
                return;
            }
            if (fault.status === 422 && attempt.readings) {
                // What was heard of it is worth less than the recording, which goes without.
                await this.#store.note(attempt.id, (fresh) => {
                    delete fresh.readings;
                });
                return;
            }
            if (fault.status !== 409) {
                throw troubleOf(fault, { 403: 'not-yours', 404: 'not-yours', 422: 'damaged' });
            }
            await this.#sendWhatIsMissing(attempt, fault);
            return;
        }
        await this.#store.note(attempt.id, (fresh) => {
            fresh.finishedAt = this.#now();
        });
        await this.#clearOnSite(attempt);
    }

    /** What was recorded for a trainee is the trainee's to watch; nothing of it stays on this phone. @param {Attempt} attempt */
    async #clearOnSite({ id, onSite }) {
        if (onSite) {
            await this.#store.clear(id);
        }
    }

    /**
     * The server lacks chunks that we recorded as safe: correct the record, and the next pass sends them.
     *
     * @param {Attempt} attempt
     * @param {Refusal} refusal
     */
    async #sendWhatIsMissing(attempt, refusal) {
        const stored = await this.#api.storedTakes(attempt);
        const { missing: lost } = /** @type {{missing?: import('./attempt-api.js').TakeChunks[]}} */ (refusal.problem);
        await this.#store.note(attempt.id, (fresh) => reconcile(fresh, stored, lost));
        const fresh = await this.#store.get(attempt.id);
        if (fresh && missing(fresh).length === 0) {
            throw new Unreachable('finish is refused although nothing is missing');
        }
    }

    /** An earlier finish arrived although its response was lost. @param {Attempt} attempt */
    async closedMeanwhile(attempt) {
        const stored = await refusedAs(RECORDED_ELSEWHERE, this.#api.storedTakes(attempt));
        await this.#store.note(attempt.id, (fresh) => {
            reconcile(fresh, stored);
            if (missing(fresh).length === 0) {
                fresh.endedAt ??= last(fresh.takes)?.endedAt;
                fresh.finishedAt = this.#now();
            } else {
                fresh.trouble = 'closed';
            }
        });
        if ((await this.#store.get(attempt.id))?.finishedAt) {
            await this.#clearOnSite(attempt);
        }
    }

    /**
     * Hands it in, or requests its state if it was handed in before.
     *
     * @param {Attempt} attempt
     * @returns {Promise<boolean>} false while its recording is still being prepared, so that no mentor can see it
     */
    async submit(attempt) {
        const { state } = await (attempt.sentAt ? this.#api.state(attempt.id) : this.#submitted(attempt.id));
        if (state === 'failed') {
            throw new Trouble('failed');
        }
        const now = this.#now();
        if (state === 'submitted' || state === 'reviewed') {
            await this.#store.note(attempt.id, (fresh) => {
                fresh.sentAt ??= now;
                fresh.submittedAt = now;
            });
            await this.#refreshPages(LISTS);
            return true;
        }
        if (attempt.sentAt && state === 'ready') {
            // It was taken back on another phone.
            await this.#store.note(attempt.id, takenBack);
            return true;
        }
        if (state === 'processing') {
            await this.#store.note(attempt.id, (fresh) => {
                fresh.sentAt ??= now;
            });
        }
        return false;
    }

    /** @param {string} id */
    async #submitted(id) {
        try {
            return await this.#api.submit(id);
        } catch (fault) {
            if (!(fault instanceof Refusal) || fault.status !== 409) {
                throw troubleOf(fault, { 403: 'not-yours', 404: 'not-yours', 410: 'closed', 422: 'closed' });
            }
            return this.#api.state(id);
        }
    }

    /**
     * An attempt that the server does not have, or has deleted, is gone. One that was handed in on another phone stays
     * with the mentors and in the server's list, and the trainee gets a notice. What another phone records stays its own.
     *
     * @param {Attempt} attempt
     */
    async delete({ id, recorder }) {
        try {
            await this.#api.delete({ id, recorder });
        } catch (fault) {
            const others = troubleOf(fault, RECORDED_ELSEWHERE) instanceof Trouble;
            if (fault instanceof Refusal && fault.status === 409 && !others) {
                await this.#store.note(id, (attempt) => {
                    delete attempt.deletedAt;
                    attempt.trouble = NOT_DELETED;
                });
                return;
            }
            if (!(fault instanceof Refusal) || (fault.status !== 404 && !others)) {
                throw fault;
            }
        }
        await this.#store.forget(id);
        await this.#refreshPages(LISTS);
    }

    #now() {
        return new Date(this.#clock.now()).toISOString();
    }
}

/** Updates an attempt whose hand-in was undone. @param {Attempt} attempt */
export function takenBack(attempt) {
    attempt.handIn = false;
    delete attempt.sentAt;
    delete attempt.submittedAt;
}
