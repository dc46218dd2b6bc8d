/** The camera page where nothing can be seen: the camera is missing or refused, or nobody wants a picture. */

import { find, hasMessage, message, setText } from '../../app/dom.js';
import { stageNamed } from './stages.js';

/**
 * Remembers with the attempt whether it is recorded without a picture.
 *
 * @param {import('../attempt/attempt-store.js').AttemptStore} store
 * @param {import('../attempt/attempt.js').Attempt} attempt
 * @param {boolean} soundOnly
 * @returns {Promise<import('../attempt/attempt.js').Attempt>} as it is stored now
 */
export async function chooseSoundOnly(store, attempt, soundOnly) {
    await store.update(attempt.id, (fresh) => {
        fresh.soundOnly = soundOnly;
    });
    return (await store.get(attempt.id)) ?? attempt;
}

/** What no recording without a picture would help against. */
const OF_NO_CAMERA = ['phone-full', 'insecure', 'other-page'];

/**
 * Says what is in the way and what can be done. What was begun is ended here; nothing begun, a file of the gallery does.
 *
 * @param {HTMLElement} root
 * @param {string} reason
 * @param {import('../attempt/attempt.js').Attempt} attempt
 */
export function showReason(root, reason, { takes, soundOnly }) {
    const begun = takes.length > 0;
    setText(find('[data-reason]', root), message(reason));
    const empty = !begun && hasMessage(`${reason}-empty-advice`);
    setText(find('[data-advice]', root), message(empty ? `${reason}-empty-advice` : `${reason}-advice`));
    const stage = stageNamed(root, 'blocked');
    find('[data-do="gallery"]', stage).hidden = begun;
    // Another page that records it ends it.
    find('[data-do="end"]', stage).hidden = !begun || reason === 'other-page';
    find('[data-sound-offer]', stage).hidden = soundOnly === true || OF_NO_CAMERA.includes(reason);
}
