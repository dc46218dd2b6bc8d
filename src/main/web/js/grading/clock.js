/** @param {number} ms @returns {string} 5:06 or 1:02:03 */
export function clock(ms) {
    const seconds = Math.floor(Math.max(0, ms) / 1000);
    const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const two = (n) => String(n).padStart(2, '0');
    return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** @param {{fromMs: number, toMs: number | null}} moment */
export function place({ fromMs, toMs }) {
    return toMs ? `${clock(fromMs)}–${clock(toMs)}` : clock(fromMs);
}

/** The time of day where days begin and end for everybody. @param {string | number} instant */
export function wall(instant) {
    return new Date(instant).toLocaleTimeString('en-GB', { hour12: false, timeZone: 'Asia/Shanghai' });
}
