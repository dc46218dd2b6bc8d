/**
 * Sets of chunk numbers as sorted, inclusive ranges: `[[0, 4], [7, 7]]`.
 *
 * @typedef {[number, number][]} Ranges
 */

/** @param {Ranges} ranges @param {number} n */
export function contains(ranges, n) {
    return ranges.some(([from, to]) => from <= n && n <= to);
}

/** @param {Ranges} ranges @param {number} n @returns {Ranges} */
export function plus(ranges, n) {
    return joined([...ranges, [n, n]]);
}

/** @param {Ranges} ranges @param {Ranges} without @returns {Ranges} */
export function minus(ranges, without) {
    let left = ranges;
    for (const [from, to] of without) {
        left = left.flatMap(([a, b]) =>
            /** @type {Ranges} */ ([[a, Math.min(b, from - 1)], [Math.max(a, to + 1), b]]).filter(([x, y]) => x <= y));
    }
    return left;
}

/** @param {Ranges} ranges @returns {Ranges} */
export function joined(ranges) {
    const sorted = ranges.map(([from, to]) => [from, to]).sort((a, b) => a[0] - b[0]);
    /** @type {Ranges} */
    const result = [];
    for (const [from, to] of sorted) {
        const last = result[result.length - 1];
        if (last && from <= last[1] + 1) {
            last[1] = Math.max(last[1], to);
        } else {
            result.push([from, to]);
        }
    }
    return result;
}

/** How many chunks from number 0 on are there without a hole. @param {Ranges} ranges */
export function unbroken(ranges) {
    const first = joined(ranges)[0];
    return first && first[0] === 0 ? first[1] + 1 : 0;
}
