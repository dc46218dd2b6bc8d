/**
 * What this phone lays over a list that the server made: the list may be one kept for offline use, and older than what
 * the phone knows.
 */

import { NOT_DELETED } from '../upload/completion.js';
import { cameraPage } from './links.js';

/** @typedef {import('./attempt.js').Attempt} Attempt */

/**
 * Those that need a line of the phone's own, in the order given. What the server shows as it is needs none.
 *
 * @param {Attempt[]} attempts
 * @param {(id: string) => boolean} listed whether the server's list has it
 */
export function overlay(attempts, listed) {
    return attempts.filter(({ id, submittedAt, trouble }) => !listed(id) || !(submittedAt || trouble === NOT_DELETED));
}

/** Where it is seen to: at the server once it is there, on this phone before. @param {Attempt} attempt */
export function pageOf({ id, submittedAt, trouble = '' }) {
    return submittedAt || ['failed', NOT_DELETED].includes(trouble) ? `/practice/${id}` : cameraPage(id);
}
