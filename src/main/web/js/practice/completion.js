/** The last steps of an attempt with the server: finished, handed in, or deleted. Each may be tried as often as it takes. */

import { keepAgain } from '../app/kept-pages.js';
import { last, missing, trust } from './attempt.js';
import * as server from './server.js';
import { Refusal, Unreachable } from './server.js';
import { attemptNamed, change, discard } from './shelf.js';
import { Trouble, troubleOf } from './trouble.js';

/** @typedef {import('./attempt.js').Attempt} Attempt */

/** The trouble of an attempt that was deleted here and handed in elsewhere meanwhile. */
export const NOT_DELETED = 'not-deleted';

/** Pages of the server that list attempts. */
const LISTS = ['/', '/practice'];

/** @param {Attempt} attempt */
export async function finish(attempt) {
    try {
        await server.finishAttempt(attempt);
    } catch (fault) {
        if (!(fault instanceof Refusal)) {
            throw fault;
        }
        if (fault.status === 410) {
            await closedMeanwhile(attempt);
            return;
        }
        if (fault.status !== 409) {
            throw troubleOf(fault, { 403: 'not-yours', 404: 'not-yours', 422: 'damaged' });
        }
        await missed(attempt, fault);
        return;
    }
    await change(attempt.id, (fresh) => {
        fresh.finishedAt = new Date().toISOString();
    });
}

/**
 * The server lacks chunks we thought safe: believe it, and let the next round send them.
 *
 * @param {Attempt} attempt
 * @param {Refusal} refusal
 */
async function missed(attempt, refusal) {
    const told = await server.safeTakes(attempt.id);
    await change(attempt.id, (fresh) => trust(fresh, told, refusal.problem.missing));
    const fresh = await attemptNamed(attempt.id);
    if (fresh && missing(fresh).length === 0) {
        throw new Unreachable('finish is refused although nothing is missing');
    }
}

/** An earlier finish was heard although its answer never reached us. @param {Attempt} attempt */
export async function closedMeanwhile(attempt) {
    const told = await server.safeTakes(attempt.id);
    await change(attempt.id, (fresh) => {
        trust(fresh, told);
        if (missing(fresh).length === 0) {
            fresh.endedAt ??= last(fresh.takes)?.endedAt;
            fresh.finishedAt = new Date().toISOString();
        } else {
            fresh.trouble = 'closed';
        }
    });
}

/**
 * Hands it in, or asks how far it has come since.
 *
 * @param {Attempt} attempt
 * @returns {Promise<boolean>} false while its recording is still being prepared, so that no mentor can see it
 */
export async function submit(attempt) {
    const { state } = await (attempt.sentAt ? server.attemptState(attempt.id) : submitted(attempt.id));
    if (state === 'failed') {
        throw new Trouble('failed');
    }
    const now = new Date().toISOString();
    if (state === 'submitted' || state === 'reviewed') {
        await change(attempt.id, (fresh) => {
            fresh.sentAt ??= now;
            fresh.submittedAt = now;
        });
        await keepAgain(LISTS);
        return true;
    }
    if (attempt.sentAt && state === 'ready') {
        // It was taken back on another phone.
        await change(attempt.id, takenBack);
        return true;
    }
    if (state === 'processing') {
        await change(attempt.id, (fresh) => {
            fresh.sentAt ??= now;
        });
    }
    return false;
}

/** @param {string} id @returns {Promise<{state: string}>} */
async function submitted(id) {
    try {
        return await server.submitAttempt(id);
    } catch (fault) {
        if (!(fault instanceof Refusal) || fault.status !== 409) {
            throw troubleOf(fault, { 403: 'not-yours', 404: 'not-yours', 410: 'closed', 422: 'closed' });
        }
        return server.attemptState(id);
    }
}

/** What is known of an attempt once its hand-in was undone. @param {Attempt} attempt */
export function takenBack(attempt) {
    attempt.handIn = false;
    delete attempt.sentAt;
    delete attempt.submittedAt;
}

/**
 * What the server does not know, or knows to be deleted, is gone; what was handed in elsewhere meanwhile stays with the mentors and in
 * the server's list, and its trainee is told so.
 *
 * @param {string} id
 */
export async function deleteEverywhere(id) {
    try {
        await server.deleteAttempt(id);
    } catch (fault) {
        if (fault instanceof Refusal && fault.status === 409) {
            await change(id, (attempt) => {
                delete attempt.deletedAt;
                attempt.trouble = NOT_DELETED;
            });
            return;
        }
        if (!(fault instanceof Refusal) || fault.status !== 404) {
            throw fault;
        }
    }
    await discard(id);
    await keepAgain(LISTS);
}
