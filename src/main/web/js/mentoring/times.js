/** Times of a recording and of the day, as the desk writes them. */

import { playTime } from '../app/format.js';

/** @param {{fromMs: number, toMs: number | null}} moment @returns {string} 1:05 or 1:05–1:20 */
export function span({ fromMs, toMs }) {
    return toMs ? `${playTime(fromMs)}–${playTime(toMs)}` : playTime(fromMs);
}

/** The time of day where days begin and end for everybody. @param {string | number} instant */
export function timeOfDay(instant) {
    return new Date(instant).toLocaleTimeString('en-GB', { hour12: false, timeZone: 'Asia/Shanghai' });
}
