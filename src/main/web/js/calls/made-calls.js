/**
 * Calls in the outbox.
 *
 * @typedef {{trainee: string, outcome: string}} Call
 */

/**
 * The last of each person, in the order in which they were made.
 *
 * @param {import('../app/outbox.js').SyncRecord[]} records
 * @param {string} type
 * @returns {Call[]}
 */
export function madeCalls(records, type) {
    /** @type {Map<string, Call>} */
    const calls = new Map();
    for (const { data } of records.filter((one) => one.type === type)) {
        calls.set(data.trainee, { trainee: data.trainee, outcome: data.outcome });
    }
    return [...calls.values()];
}

/**
 * How many are still to be called.
 *
 * @param {string[]} trainees on the list
 * @param {Map<string, unknown>} recorded
 */
export function leftOf(trainees, recorded) {
    return trainees.filter((trainee) => !recorded.has(trainee)).length;
}
