/** Words that did not reach the server and can no longer be saved there: they stay in sight until they are copied or discarded. */

import { place } from './clock.js';
import { forget } from './local.js';

/** @param {import('./sheet.js').Draft} draft @returns {string[]} a line for each thing written */
export function lines(draft) {
    const moments = [...draft.moments].sort((one, other) => one.fromMs - other.fromMs).map((moment) => `${place(moment)} ${moment.words}`);
    return [...moments, ...(draft.nothingToChange ? [draft.nothingToChange] : [])].filter((line) => line.trim());
}

/**
 * @param {HTMLElement} box with places for the words and the two buttons
 * @param {string} id of the review
 * @param {import('./sheet.js').Draft} draft
 */
export function showLeftover(box, id, draft) {
    const words = lines(draft);
    box.querySelector('[data-leftover-words]').replaceChildren(
        ...words.map((text) => Object.assign(document.createElement('p'), { textContent: text })),
    );
    box.hidden = false;
    const done = () => {
        forget(id);
        box.hidden = true;
    };
    box.querySelector('[data-copy]').onclick = async () => {
        const copied = await copy(words.join('\n'), box.querySelector('[data-leftover-words]'));
        box.querySelector('[data-said]').textContent = copied ? box.dataset.copied : box.dataset.notCopied;
        if (copied) {
            forget(id);
        }
    };
    box.querySelector('[data-discard]').onclick = done;
}

/** Without a secure address there is no clipboard: then the words are marked, ready for the keys. */
async function copy(text, shown) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        getSelection().selectAllChildren(shown);
        return document.execCommand('copy');
    }
}
