/**
 * A recording that another one is in the way of becomes an attempt of its own: nothing of it is lost.
 *
 * @typedef {import('./attempt.js').Attempt} Attempt
 */

import { uuid } from '../../app/uuid.js';
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
 * @param {Attempt} attempt
 * @returns {Promise<string>} its id now
 */
export async function makeItsOwn(store, attempt) {
    const id = attempt.movesTo ?? uuid();
    await store.update(attempt.id, (fresh) => {
        fresh.movesTo = id;
    });
    await store.move(attempt.id, id, (fresh) => under(fresh, id));
    return id;
}
