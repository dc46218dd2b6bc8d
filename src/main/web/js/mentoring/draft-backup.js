/**
 * A copy of each draft on this computer, until the server has said that it holds it, or the mentor has copied or
 * discarded it.
 *
 * @typedef {{version: number, at: number, title: string, draft: import('./draft.js').Draft}} Copy
 */

export class DraftBackup {
    #storage;
    #prefix;

    /** @param {Storage} storage @param {string} person computers are shared: nobody sees another's words */
    constructor(storage, person) {
        this.#storage = storage;
        this.#prefix = `grading:${person}:`;
    }

    /** @param {string} id of the review @param {Copy} copy */
    put(id, copy) {
        this.#storage.setItem(this.#prefix + id, JSON.stringify(copy));
    }

    /** @param {string} id @returns {Copy | undefined} */
    get(id) {
        const found = this.#storage.getItem(this.#prefix + id);
        return found ? JSON.parse(found) : undefined;
    }

    /** @param {string} id */
    remove(id) {
        this.#storage.removeItem(this.#prefix + id);
    }

    /** @returns {string[]} the reviews of which this mentor's words are here */
    ids() {
        return Object.keys(this.#storage)
            .filter((name) => name.startsWith(this.#prefix))
            .map((name) => name.slice(this.#prefix.length));
    }
}
