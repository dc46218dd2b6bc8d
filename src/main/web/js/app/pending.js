/**
 * Whether something of an attempt has to be sent or seen to. A rough answer that needs no module of practice:
 * `isWaiting` of `attempt.js` decides exactly.
 *
 * @param {import('../practice/attempt/attempt.js').Attempt} attempt
 * @returns {unknown} truthy if so
 */
export function isPending(attempt) {
    return attempt.deletedAt
        || (attempt.takes.length && !attempt.submittedAt && (!attempt.finishedAt || attempt.handIn || attempt.trouble));
}
