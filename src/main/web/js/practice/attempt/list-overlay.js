/**
 * What this phone adds to a list that the server made: the list may have been stored for offline use, and be older than
 * the phone's own records.
 */

import { NOT_DELETED } from '../upload/completion.js';
import { cameraPage } from './links.js';

/** @typedef {import('./attempt.js').Attempt} Attempt */

/**
 * The attempts that need a line made by the phone, in the order given. For the others the server's line is right.
 *
 * @param {Attempt[]} attempts
 * @param {(id: string) => boolean} listed whether the server's list has it
 */
export function overlay(attempts, listed) {
    return attempts.filter(({ id, submittedAt, trouble }) => !listed(id) || !(submittedAt || trouble === NOT_DELETED));
}

/** The page to open: the server's once the attempt is there, before that the phone's own. @param {Attempt} attempt */
export function pageOf({ id, submittedAt, trouble = '' }) {
    return submittedAt || ['failed', NOT_DELETED].includes(trouble) ? `/practice/${id}` : cameraPage(id);
}
