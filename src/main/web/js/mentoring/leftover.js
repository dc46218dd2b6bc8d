/**
 * Words that did not reach the server and can no longer be saved there: they stay in sight until they are copied or
 * discarded.
 */

import { find, make } from '../app/dom.js';
import { span } from './times.js';

/** @param {import('./draft.js').Draft} draft @returns {string[]} a line for each thing written */
export function lines(draft) {
    const moments = [...draft.moments].sort((one, other) => one.fromMs - other.fromMs).map((moment) => `${span(moment)} ${moment.words}`);
    return [...moments, ...(draft.nothingToChange ? [draft.nothingToChange] : [])].filter((line) => line.trim());
}

/**
 * @param {HTMLElement} box with places for the words and the two buttons
 * @param {string} id of the review
 * @param {import('./draft.js').Draft} draft
 * @param {import('./draft-backup.js').DraftBackup} backup
 */
export function showLeftover(box, id, draft, backup) {
    const words = lines(draft);
    const shown = find('[data-leftover-words]', box);
    shown.replaceChildren(...words.map((text) => make('p', { textContent: text })));
    box.hidden = false;
    find('[data-copy]', box).onclick = async () => {
        const copied = await copy(words.join('\n'), shown);
        find('[data-said]', box).textContent = copied ? box.dataset.copied : box.dataset.notCopied;
        if (copied) {
            backup.remove(id);
        }
    };
    find('[data-discard]', box).onclick = () => {
        backup.remove(id);
        box.hidden = true;
    };
}

/**
 * Without a secure address there is no clipboard: then the words are selected, ready for the keys.
 *
 * @param {string} text
 * @param {HTMLElement} shown
 */
async function copy(text, shown) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        getSelection().selectAllChildren(shown);
        return document.execCommand('copy');
    }
}
