/**
 * The trainer's list: what the server knows of each person, and on top of it what was tapped on this phone and is not
 * sent yet.
 *
 * @typedef {'in' | 'out' | 'absent'} State
 * @typedef {{state: State, at: string, entry: string}} Line `at` of the coming or the going; `entry` is the tap that can
 *     be taken back, empty where there is none
 * @typedef {{id: string, state: State, in: string | null, out: string | null, entry: string | null}} Known as
 *     `GET /api/attendance/sessions/{id}` answers
 * @typedef {{id: string, at: string, data: {trainee: string, mark: string, entry?: string}}} Tap
 */

/** @param {Known} known @returns {Line} */
export function lineOf(known) {
    return { state: known.state, at: (known.state === 'out' ? known.out : known.in) ?? '', entry: known.entry ?? '' };
}

/**
 * The line after a tap.
 *
 * @param {Line} line
 * @param {Tap} tap
 * @returns {Line}
 */
export function tapped(line, { id, at, data: { mark } }) {
    if (mark === 'undo') {
        return { state: line.state === 'out' ? 'in' : 'absent', at: '', entry: '' };
    }
    return { state: /** @type {State} */ (mark), at, entry: id };
}

/**
 * How many are in each state.
 *
 * @param {Line[]} lines
 * @returns {Record<State, number>}
 */
export function counted(lines) {
    const count = (/** @type {State} */ state) => lines.filter((line) => line.state === state).length;
    return { in: count('in'), out: count('out'), absent: count('absent') };
}
