/** Captions that are typed along a video: each line goes from where the one before ended to where it was finished. */

/** A caption stands no longer than this before it was finished, however long nothing was said. */
const LONGEST_SECONDS = 7;
const SHORTEST_SECONDS = 1;

/** @param {number} seconds @returns {string} as WebVTT writes it: 01:02.500 */
export function cueTime(seconds) {
    const ms = Math.round(seconds * 1000);
    const two = (/** @type {number} */ part) => String(part).padStart(2, '0');
    return `${two(Math.floor(ms / 60_000))}:${two(Math.floor(ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}

/** @param {string} vtt @returns {number} seconds at which its last caption ends; 0 without one */
export function lastEnd(vtt) {
    const ends = [...vtt.matchAll(/-->[ \t]+(?:(\d+):)?(\d{2}):(\d{2})[.,](\d{3})/g)];
    const last = ends.at(-1);
    return last ? (Number(last[1] ?? 0) * 60 + Number(last[2])) * 60 + Number(last[3]) + Number(last[4]) / 1000 : 0;
}

/**
 * @param {string} vtt what is there so far, possibly nothing
 * @param {string} line what was typed
 * @param {number} seconds where the video stands
 * @returns {string} with the line behind
 */
export function withLine(vtt, line, seconds) {
    const text = line.trim();
    if (!text) {
        return vtt;
    }
    const from = Math.max(lastEnd(vtt), seconds - LONGEST_SECONDS, 0);
    const until = Math.max(seconds, from + SHORTEST_SECONDS);
    const before = vtt.trim() || 'WEBVTT';
    return `${before}\n\n${cueTime(from)} --> ${cueTime(until)}\n${text}\n`;
}

/**
 * @param {BufferSource} bytes of a chosen file
 * @returns {string} what is written in it: in UTF-8, or as older programs of this country save a file
 */
export function textOf(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
        return new TextDecoder('gb18030').decode(bytes);
    }
}
