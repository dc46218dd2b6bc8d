/** Home's moment is that of the first income; and home knows of rehearsals on other phones. */

import { noteReached, showMoment } from '../app/moment.js';

/** A full basket. */
const BASKET =
    '<path fill="var(--rice-soft)" d="M14 38h68l-9 30H23z"/><path d="M22 38c3-18 14-30 26-30s23 12 26 30M18 52h60M35 38l3 30M61'
    + ' 38l-3 30"/><circle fill="var(--rice-soft)" cx="48" cy="30" r="12"/><path d="m43 25 5 5 5-5M48 30v7M44 33h8"/>';

export function showReached() {
    showMoment('income', BASKET);
    if (document.querySelector('[data-rehearsed]')) {
        noteReached('rehearsal');
    }
}
