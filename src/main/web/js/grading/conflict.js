/** Two windows wrote: both versions are laid side by side, and no word goes away unasked. */

import { place, wall } from './clock.js';

/**
 * @param {HTMLElement} page
 * @param {import('./sheet.js').Draft} mine
 * @param {import('./sheet.js').Review} theirs
 * @returns {Promise<import('./sheet.js').Draft>} what shall stand
 */
export async function settle(page, mine, theirs) {
    const dialog = /** @type {HTMLDialogElement} */ (page.querySelector('#stale'));
    const title = dialog.querySelector('[data-theirs-title]');
    title.textContent = title.dataset.theirsTitle.replace('#', wall(theirs.savedAt));
    lay(dialog, 'theirs', theirs.draft);
    lay(dialog, 'mine', mine);
    dialog.returnValue = 'both';
    dialog.showModal();
    await new Promise((closed) => dialog.addEventListener('close', closed, { once: true }));
    return { both: both(mine, theirs.draft), mine, theirs: theirs.draft }[dialog.returnValue];
}

/** My answers where I gave one; every moment of either side, mine where both wrote the same one. */
function both(mine, theirs) {
    const own = new Set(mine.moments.map(({ id }) => id));
    return {
        marks: { ...theirs.marks, ...mine.marks },
        compliance: mine.compliance ?? theirs.compliance,
        moments: [...mine.moments, ...theirs.moments.filter(({ id }) => !own.has(id))],
        nothingToChange: mine.nothingToChange ?? theirs.nothingToChange,
        keep: mine.keep.length ? mine.keep : theirs.keep.filter((id) => kindIn(mine, theirs, id) === 'well-done'),
        change: mine.change ?? (['change', 'rule-broken'].includes(kindIn(mine, theirs, theirs.change)) ? theirs.change : null),
    };
}

function kindIn(mine, theirs, id) {
    return [...mine.moments, ...theirs.moments].find((moment) => moment.id === id)?.kind;
}

function lay(dialog, side, draft) {
    const counts = dialog.querySelector('[data-counts]').dataset.counts;
    const numbers = [Object.keys(draft.marks).length, draft.moments.length];
    const lines = [counts.replace(/#/g, () => String(numbers.shift())), ...draft.moments.map((moment) => `${place(moment)} ${moment.words}`)];
    dialog.querySelector(`[data-${side}]`).replaceChildren(...lines.map((text) => Object.assign(document.createElement('p'), { textContent: text })));
}
