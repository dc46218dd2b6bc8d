/** Two windows saved the same draft: both versions are shown side by side, and the mentor decides. */

import { answered, dataOf, find, make } from '../app/dom.js';
import { merged } from './draft.js';
import { span, timeOfDay } from './times.js';

/** @typedef {import('./draft.js').Draft} Draft */

/**
 * @param {HTMLElement} page
 * @param {Draft} mine
 * @param {import('./draft.js').Review} theirs
 * @returns {Promise<Draft>} what the mentor chose
 */
export async function resolveConflict(page, mine, theirs) {
    const dialog = /** @type {HTMLDialogElement} */ (find('#stale', page));
    const title = find('[data-theirs-title]', dialog);
    title.textContent = dataOf(title, 'theirsTitle').replace('#', theirs.savedAt ? timeOfDay(theirs.savedAt) : '');
    show(dialog, 'theirs', theirs.draft);
    show(dialog, 'mine', mine);
    /** @type {Record<string, Draft>} */
    const choices = { both: merged(mine, theirs.draft), mine, theirs: theirs.draft };
    return choices[await answered(dialog, 'both')];
}

/** @param {HTMLDialogElement} dialog @param {'mine' | 'theirs'} side @param {Draft} draft */
function show(dialog, side, draft) {
    const counts = dataOf(find('[data-counts]', dialog), 'counts');
    const numbers = [Object.keys(draft.marks).length, draft.moments.length];
    const lines = [
        counts.replace(/#/g, () => String(numbers.shift())),
        ...draft.moments.map((moment) => `${span(moment)} ${moment.words}`),
    ];
    find(`[data-${side}]`, dialog).replaceChildren(...lines.map((text) => make('p', { textContent: text })));
}
