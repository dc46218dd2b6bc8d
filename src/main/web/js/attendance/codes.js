/**
 * Which of a session's codes is on the screen. The codes of the next hours are on the phone, so that the screen goes on
 * without a network, by the server's clock as far as it is known.
 *
 * @typedef {object} Codes as `GET /api/attendance/sessions/{id}/codes` answers
 * @property {number} from when the first code comes onto the screen
 * @property {number} step how long each stays
 * @property {string[]} packed
 *
 * @typedef {{packed: string, leftMs: number, untilMs: number, left: number}} Shown the code, how long it stays, until
 *     when there are codes, by the phone's clock, and how many there are from this one on
 */

/** @param {{now: () => number}} clock */
export function createCodes(clock) {
    /** @type {Codes | undefined} */
    let known;
    /** How far the server's clock is ahead of the phone's. */
    let ahead = 0;

    return {
        /** @param {Codes} codes */
        set(codes) {
            known = codes;
        },

        /** What the server's clock says now. @param {number} serverNow */
        setServerTime(serverNow) {
            ahead = serverNow - clock.now();
        },

        /** @returns {Shown | undefined} nothing before the session opens and after it closes */
        current() {
            if (!known) {
                return undefined;
            }
            const { from, step, packed } = known;
            const now = clock.now() + ahead;
            const index = Math.floor((now - from) / step);
            return packed[index] === undefined
                ? undefined
                : {
                    packed: packed[index],
                    leftMs: from + (index + 1) * step - now,
                    untilMs: from + packed.length * step - ahead,
                    left: packed.length - index,
                };
        },
    };
}
