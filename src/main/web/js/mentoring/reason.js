/** The reason why nothing needs to be changed: required while no moment names something to change. */

import { find } from '../app/dom.js';
import { TO_CHANGE } from './draft.js';

/** @param {HTMLElement} page @param {import('./draft.js').DraftModel} draft */
export function startReason(page, draft) {
    const field = find('[data-reason-field]', page);
    const words = /** @type {HTMLTextAreaElement} */ (find('textarea', field));
    words.addEventListener('input', () => draft.write((content) => (content.nothingToChange = words.value || null)));
    draft.addEventListener('changed', () => {
        field.hidden = !words.value && draft.content.moments.some(({ kind }) => TO_CHANGE.includes(kind));
        if (words.value !== (draft.content.nothingToChange ?? '')) {
            words.value = draft.content.nothingToChange ?? '';
            words.dispatchEvent(new Event('set'));
        }
    });
}
