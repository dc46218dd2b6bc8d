/**
 * Text that can no longer be saved on the server: it is shown until the mentor has copied or discarded it.
 */

import { dataOf, find, make } from '../app/dom.js';
import { span } from './times.js';

/** @param {import('./draft.js').Draft} draft @returns {string[]} a line for each thing written */
export function lines(draft) {
    const moments = [...draft.moments].sort((one, other) => one.fromMs - other.fromMs).map((moment) => `${span(moment)} ${moment.words}`);
    return [...moments, ...(draft.nothingToChange ? [draft.nothingToChange] : [])].filter((line) => line.trim());
}

/**
 * @param {HTMLElement} box with a place for the text and two buttons
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
        find('[data-copy-result]', box).textContent = dataOf(box, copied ? 'copied' : 'notCopied');
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
 * Without a secure address there is no clipboard: then the text is selected, to be copied by keyboard.
 *
 * @param {string} text
 * @param {HTMLElement} shown
 */
async function copy(text, shown) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        getSelection()?.selectAllChildren(shown);
        return document.execCommand('copy');
    }
}
