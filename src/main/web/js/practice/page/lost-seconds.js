/** What was recorded and not stored, because the page or the phone died, or the phone is full: it is known, and said. */

import { find, message, setText } from '../../app/dom.js';
import { noteLost } from '../recording/heartbeat.js';

/** Says how much was recorded and could not be stored, where that is so. @param {HTMLElement} stage @param {number} ms */
export function sayLost(stage, ms) {
    const note = find('[data-lost]', stage);
    note.hidden = ms === 0;
    setText(note, ms === 0 ? '' : message('lost', { seconds: Math.max(1, Math.round(ms / 1000)) }));
}

/** Marks what the last recorder of it left behind. @param {string} id @param {import('../ports.js').Practice} practice */
export async function settleLost(id, { store, heartbeat }) {
    const beat = heartbeat.lastOf(id);
    if (beat) {
        await store.update(id, (attempt) => noteLost(attempt, beat));
        heartbeat.end();
    }
}
