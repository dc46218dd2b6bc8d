/** Turns bytes into numbered chunks with a digest. A chunk counts once it is on disk. */

/** The server's limit for one chunk. */
const LARGEST = 8 * 1024 * 1024;

/** @param {ArrayBuffer} bytes @returns {Promise<string>} SHA-256 in base64 */
export async function digestOf(bytes) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return btoa(String.fromCharCode(...hash));
}

/** @param {ArrayBuffer} bytes @returns {Promise<string>} SHA-256 in lower-case hex */
export async function hexDigestOf(bytes) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Writes one take, chunk after chunk, in the order of the calls. */
export class TakeWriter {
    #store;
    #attempt;
    #take;
    #seq;
    #about;
    /** @type {Promise<void>} */
    #tail = Promise.resolve();

    /**
     * @param {Pick<import('./attempt-store.js').AttemptStore, 'putChunk'>} store
     * @param {string} attempt
     * @param {number} take
     * @param {{type: string, startedAt: string}} about
     * @param {number} [from] number of the first chunk to write
     */
    constructor(store, attempt, take, about, from = 0) {
        this.#store = store;
        this.#attempt = attempt;
        this.#take = take;
        this.#about = about;
        this.#seq = from;
    }

    /**
     * @param {Blob} blob
     * @param {number} endMs from the start of the take to the blob's end
     * @returns {Promise<void>} when it is stored; fails if the phone is full, as do all later calls
     */
    write(blob, endMs) {
        this.#tail = this.#tail.then(() => this.#put(blob, endMs));
        return this.#tail;
    }

    /** @param {Blob} blob @param {number} endMs */
    async #put(blob, endMs) {
        for (let from = 0; from < blob.size; from += LARGEST) {
            const bytes = await blob.slice(from, from + LARGEST).arrayBuffer();
            const chunk = { attempt: this.#attempt, take: this.#take, seq: this.#seq, bytes, digest: await digestOf(bytes) };
            await this.#store.putChunk(chunk, { ...this.#about, endMs });
            this.#seq++;
        }
    }
}
