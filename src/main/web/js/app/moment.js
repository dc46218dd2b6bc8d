/**
 * What a person has reached gets a moment of its own: one drawing, and one sentence by name. `<section data-moment="quiz"
 * hidden>` holds the sentence, with `#` for the name. A drawing is the inside of an SVG of 96 by 72.
 */

import { person } from '#app/browser.js';
import { remember, remembered } from '#app/settings.js';

/** @param {string} what such as `quiz/first-sentence` */
const keyOf = (what) => `moment ${person()} ${what}`;

/** Nothing is shown for what was reached before. @param {string} what @returns {boolean} whether the phone remembers it */
export const noteReached = (what) => remember(keyOf(what), 'yes');

/** @param {string} what */
export const wasReached = (what) => remembered(keyOf(what)) !== null;

/**
 * Shows the moment where the page has a place for it, once on each phone.
 *
 * @param {string} kind
 * @param {string} drawing
 * @param {object} [more]
 * @param {string} [more.what] whose moment it is, where there are several of a kind
 * @param {string} [more.name] of the person
 */
export function showMoment(kind, drawing, { what = kind, name = nameOnPage() } = {}) {
    const place = /** @type {HTMLElement | null} */ (document.querySelector(`[data-moment="${kind}"]`));
    if (place && !wasReached(what) && noteReached(what)) {
        const sentence = /** @type {HTMLElement} */ (place.querySelector('p'));
        sentence.textContent = (sentence.textContent ?? '').replace('#', name);
        place.insertAdjacentHTML('afterbegin', framed(drawing));
        place.hidden = false;
    }
}

/** @param {string} drawing */
function framed(drawing) {
    return '<svg viewBox="0 0 96 72" width="128" height="96" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"'
        + ` stroke-linejoin="round" aria-hidden="true">${drawing}</svg>`;
}

function nameOnPage() {
    return document.querySelector('[data-name]')?.textContent?.trim() ?? '';
}
