/**
 * A recording that another one is in the way of becomes an attempt of its own: nothing of it is lost.
 *
 * @typedef {import('./attempt.js').Attempt} Attempt
 */

import { uuid } from '../../app/uuid.js';
import { holdRecorder } from '../recording/one-recorder.js';
import { last } from './attempt.js';

/** Troubles that an id of its own ends. */
const IN_THE_WAY = ['elsewhere', 'other-bytes', 'other-plan', 'closed'];

/** @param {Attempt} attempt */
export const canBeItsOwn = ({ trouble = '', cleared, takes }) => IN_THE_WAY.includes(trouble) && !cleared && takes.length > 0;

/**
 * Its record under another id, of which the server has nothing yet.
 *
 * @param {Attempt} attempt
 * @param {string} id
 * @returns {Attempt}
 */
function under({ trouble, movesTo, finishedAt, sentAt, booking, invited, ...recorded }, id) {
    const takes = recorded.takes.map((take) => ({ ...take, safe: [] }));
    return { ...recorded, id, takes, recorder: uuid(), endedAt: recorded.endedAt ?? last(takes)?.endedAt };
}

/**
 * Moves it. Cut off in the middle and begun again, it goes on to the same id.
 *
 * @param {import('./attempt-store.js').AttemptStore} store
 * @param {Pick<Attempt, 'id'>} attempt
 * @param {Pick<LockManager, 'request'>} [locks] of the browser
 * @returns {Promise<string | undefined>} its id now; undefined while another page records or moves it, or has moved it
 */
export async function makeItsOwn(store, { id }, locks) {
    const letGo = await holdRecorder(id, locks);
    if (!letGo) {
        return undefined;
    }
    try {
        let to = '';
        await store.update(id, (fresh) => {
            to = fresh.deletedAt ? '' : (fresh.movesTo ??= uuid());
        });
        if (to) {
            await store.move(id, to, (fresh) => under(fresh, to));
        }
        return to || undefined;
    } finally {
        letGo();
    }
}

/** Whether another phone's recording is on the server in its place, which this phone must not delete. @param {Attempt} attempt */
export const isAnothers = ({ trouble }) => trouble === 'elsewhere';

/**
 * Deletes what this phone recorded, and never what another did.
 *
 * @param {Pick<import('./attempt-store.js').AttemptStore, 'forget' | 'delete'>} store
 * @param {Attempt} attempt
 */
export function deleteOwn(store, attempt) {
    const { id, person, recorder } = attempt;
    return isAnothers(attempt) ? store.forget(id) : store.delete(id, person, recorder);
}
