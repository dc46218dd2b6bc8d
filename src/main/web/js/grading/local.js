/** A copy of the draft on this computer, until the server has said that it holds it. */

/** @typedef {{version: number, at: number, draft: import('./sheet.js').Draft}} Copy */

const key = (id) => `grading:${document.documentElement.dataset.person}:${id}`;

/** @param {string} id of the review @param {Copy} copy */
export function keep(id, copy) {
    localStorage.setItem(key(id), JSON.stringify(copy));
}

/** @param {string} id @returns {Copy | undefined} */
export function kept(id) {
    const found = localStorage.getItem(key(id));
    return found ? JSON.parse(found) : undefined;
}

/** @param {string} id */
export function forget(id) {
    localStorage.removeItem(key(id));
}
