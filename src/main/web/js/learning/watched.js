/**
 * The whole seconds of a film that have played.
 *
 * @param {Pick<TimeRanges, 'length' | 'start' | 'end'>} ranges
 * @returns {number[]} from and until in turn; a part of less than a second is left out
 */
export function played(ranges) {
    const seconds = [];
    for (let part = 0; part < Math.min(ranges.length, 100); part++) {
        const [from, until] = [Math.ceil(ranges.start(part)), Math.floor(ranges.end(part))];
        if (from < until) {
            seconds.push(from, until);
        }
    }
    return seconds;
}
