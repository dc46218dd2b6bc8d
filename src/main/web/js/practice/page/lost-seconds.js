/** What was recorded and not stored, because the page or the phone died, or the phone is full: it is known, and said. */

import { find, message, setText } from '../../app/dom.js';
import { noteLost } from '../recording/heartbeat.js';

/** Says how much was recorded and could not be stored, where that is so. @param {HTMLElement} stage @param {number} ms */
export function showLost(stage, ms) {
    const note = find('[data-lost]', stage);
    note.hidden = ms === 0;
    setText(note, ms === 0 ? '' : message('lost', { seconds: Math.max(1, Math.round(ms / 1000)) }));
}

/**
 * Says that nothing of a first try could be stored, and that it may begin again.
 *
 * @param {HTMLElement} stage
 * @param {number | undefined} ms that were recorded; undefined where that is not so
 */
export function showLostAtStart(stage, ms) {
    const note = find('[data-lost-at-start]', stage);
    note.hidden = ms === undefined;
    setText(note, ms === undefined ? '' : message('lost-at-start', { seconds: Math.max(1, Math.round(ms / 1000)) }));
}

/** Marks what the last recorder left behind that died on this phone. @param {import('../ports.js').Ports} ports */
export async function settleLost({ store, heartbeat }) {
    const beat = heartbeat.last();
    if (beat) {
        await store.update(beat.attempt, (attempt) => noteLost(attempt, beat));
        heartbeat.end();
    }
}
