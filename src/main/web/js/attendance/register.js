/**
 * The trainer's list: what the server knows of each person, and on top of it what was tapped on this phone and is not
 * sent yet.
 *
 * @typedef {'in' | 'out' | 'absent'} State
 * @typedef {State | 'undecided'} Shown somebody who is not in, and of whom a scan waits to be decided, is not absent yet
 * @typedef {{state: State, at: string, entry: string, waits: boolean}} Line `at` of the coming or the going; `entry` is
 *     the tap that can be taken back, empty where there is none; `waits` where a scan waits to be decided
 * @typedef {{id: string, state: State, in: string | null, out: string | null, entry: string | null, waits: boolean}} Known
 *     as `GET /api/attendance/sessions/{id}` answers
 * @typedef {{id: string, at: string, data: {trainee: string, mark: string, entry?: string}}} Tap
 */

/** @param {Known} known @returns {Line} */
export function lineOf(known) {
    const { state, waits } = known;
    return { state, at: (state === 'out' ? known.out : known.in) ?? '', entry: known.entry ?? '', waits };
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
        return { ...line, state: line.state === 'out' ? 'in' : 'absent', at: '', entry: '' };
    }
    return { ...line, state: /** @type {State} */ (mark), at, entry: id };
}

/** @param {Line} line @returns {Shown} */
export function shownAs({ state, waits }) {
    return state === 'absent' && waits ? 'undecided' : state;
}

/**
 * How many are shown in each way.
 *
 * @param {Line[]} lines
 * @returns {Record<Shown, number>}
 */
export function counted(lines) {
    const count = (/** @type {Shown} */ shown) => lines.filter((line) => shownAs(line) === shown).length;
    return { in: count('in'), out: count('out'), absent: count('absent'), undecided: count('undecided') };
}
