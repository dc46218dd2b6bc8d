/** Numbers and times as people read them, and sentences with their blanks filled in. */

/**
 * @param {string} pattern with blanks such as `[line]`; one without a value stays
 * @param {Record<string, unknown>} values
 */
export function filled(pattern, values) {
    return pattern.replace(/\[(\w+)]/g, (blank, name) => String(values[name] ?? blank));
}

/** @param {number} ms @returns {string} 03:07, 125:00 */
export function minutes(ms) {
    const seconds = Math.max(0, Math.floor(ms / 1000));
    return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** @param {number} ms @returns {string} 5:06 or 1:02:03 */
export function playTime(ms) {
    const seconds = Math.floor(Math.max(0, ms) / 1000);
    const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** @param {number} n */
function two(n) {
    return String(n).padStart(2, '0');
}

/** @param {number} bytes @returns {string} 0.4, 12.4, 240; of anything at least 0.1 */
export function megabytes(bytes) {
    const mb = bytes && Math.max(bytes / 1_000_000, 0.1);
    return mb < 100 ? mb.toFixed(1) : String(Math.round(mb));
}
