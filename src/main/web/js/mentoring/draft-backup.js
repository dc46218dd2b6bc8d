/**
 * A copy of each draft on this computer, until the server has confirmed that it is saved, or the mentor has copied or
 * discarded it.
 *
 * @typedef {{version: number, at: number, title: string, draft: import('./draft.js').Draft}} Copy
 */

export class DraftBackup {
    #storage;
    #prefix;

    /** @param {Storage} storage @param {string} person computers are shared: nobody sees the text of another person */
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

    /** @returns {string[]} the reviews with a copy of this mentor */
    ids() {
        return Object.keys(this.#storage)
            .filter((name) => name.startsWith(this.#prefix))
            .map((name) => name.slice(this.#prefix.length));
    }
}
