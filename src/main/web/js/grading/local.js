/** A copy of the draft on this computer, until the server has said that it holds it, or the mentor has copied or discarded it. */

/** @typedef {{version: number, at: number, title: string, draft: import('./sheet.js').Draft}} Copy */

const PREFIX = () => `grading:${document.documentElement.dataset.person}:`;
const key = (id) => PREFIX() + id;

/** @param {string} id of the review @param {Copy} copy */
export function keep(id, copy) {
    localStorage.setItem(key(id), JSON.stringify(copy));
}

/** @param {string} id @returns {Copy | undefined} */
export function kept(id) {
    const found = localStorage.getItem(key(id));
    return found ? JSON.parse(found) : undefined;
}

/** @returns {string[]} the reviews of which this mentor's words lie here */
export function all() {
    return Object.keys(localStorage)
        .filter((name) => name.startsWith(PREFIX()))
        .map((name) => name.slice(PREFIX().length));
}

/** @param {string} id */
export function forget(id) {
    localStorage.removeItem(key(id));
}
