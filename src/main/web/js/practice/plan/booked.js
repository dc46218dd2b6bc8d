/** Times of booked rehearsals, as people say them. */

import { findAll, message, setText } from '../../app/dom.js';

/**
 * Of how many days from today it is; a page may have been kept since yesterday.
 *
 * @param {Date} at
 * @param {Date} now
 */
export function daysAhead(at, now) {
    const day = (/** @type {Date} */ one) => Date.UTC(one.getFullYear(), one.getMonth(), one.getDate());
    return (day(at) - day(now)) / (24 * 60 * 60 * 1000);
}

/** Today 19:30, tomorrow 19:30, else 2026-11-29 19:30. @param {Date} at @param {Date} now */
export function spokenTime(at, now) {
    const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
    const time = `${two(at.getHours())}:${two(at.getMinutes())}`;
    const days = daysAhead(at, now);
    return days === 0 ? message('today-at', { time })
        : days === 1 ? message('tomorrow-at', { time })
            : `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${time}`;
}

/** Says the times of this page as of now. */
export function showDays() {
    for (const time of findAll('time[data-day]')) {
        setText(time, spokenTime(new Date(/** @type {HTMLTimeElement} */ (time).dateTime), new Date()));
    }
}
