/** Work that several ask for while it is under way is done once: opened one after the other, pages want the same ones ahead. */

/** What takes longer than this hangs in the network, and whoever asks next tries anew. */
const PATIENCE_MS = 30_000;

/**
 * @template T
 * @param {(ms: number) => Promise<unknown>} after
 * @returns {(what: string, work: () => Promise<T>) => Promise<T>}
 */
export function createShared(after) {
    /** @type {Map<string, Promise<T>>} */
    const underWay = new Map();
    /** @param {string} what @param {() => Promise<T>} work */
    const begun = (what, work) => {
        const forget = () => {
            if (underWay.get(what) === running) {
                underWay.delete(what);
            }
        };
        /** @type {Promise<T>} */
        const running = work().finally(forget);
        after(PATIENCE_MS).then(forget);
        return running;
    };
    return (what, work) => {
        const running = underWay.get(what) ?? begun(what, work);
        underWay.set(what, running);
        return running;
    };
}
