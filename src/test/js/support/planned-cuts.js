/**
 * What is cut while a rehearsal is recorded, and when.
 *
 * - `network`: nothing goes out, and the phone knows it.
 * - `server`: killed. What was under way is stored or not, and nobody hears which.
 * - `page`: it dies between two instructions, as by a crash or an empty battery, and is opened again later.
 * - `reload`: the page is left, which tells it to end the take, and dies while it does so.
 * - `slow`: every call takes seconds.
 * - `call`: a phone call takes the camera; a tap goes on.
 *
 * @typedef {'network' | 'slow' | 'server' | 'page' | 'reload' | 'call'} Cut
 * @typedef {{at: number, kind: Cut, ms: number}} PlannedCut `ms` until it is over
 */

/** @type {Cut[]} */
const KINDS = ['network', 'slow', 'server', 'page', 'reload', 'call'];

/**
 * Two to eight cuts by chance.
 *
 * @param {(n: number) => number} pick from 0 up to n, without n
 * @param {number} withinMs
 * @param {number} tickMs every cut begins at a multiple of it
 * @returns {PlannedCut[]} the first at first
 */
export function plannedCuts(pick, withinMs, tickMs) {
    return Array.from({ length: 2 + pick(7) }, () => ({
        at: pick(withinMs / tickMs) * tickMs,
        kind: KINDS[pick(KINDS.length)],
        ms: 500 + pick(8_000),
    })).sort((one, other) => one.at - other.at);
}
