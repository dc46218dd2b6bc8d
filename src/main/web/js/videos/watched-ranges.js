/** Seconds of a video that were watched: from and until in turn, as the outbox and the server have them. */

/** @param {number[]} one @param {number[]} other @returns {number[]} both together, in order, each second once */
export function merged(one, other) {
    /** @type {[number, number][]} */
    const ranges = [];
    for (const list of [one, other]) {
        for (let pair = 0; pair + 1 < list.length; pair += 2) {
            ranges.push([list[pair], list[pair + 1]]);
        }
    }
    /** @type {[number, number][]} */
    const whole = [];
    for (const [from, until] of ranges.sort(([a], [b]) => a - b)) {
        const last = whole.at(-1);
        if (last && from <= last[1]) {
            last[1] = Math.max(last[1], until);
        } else {
            whole.push([from, until]);
        }
    }
    return whole.flat();
}

/** @param {number[]} ranges that do not overlap @returns {number} seconds */
export function lengthOf(ranges) {
    let seconds = 0;
    for (let pair = 0; pair + 1 < ranges.length; pair += 2) {
        seconds += ranges[pair + 1] - ranges[pair];
    }
    return seconds;
}
