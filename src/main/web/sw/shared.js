/** Work that several ask for while it is under way is done once: opened one after the other, pages want the same ones ahead. */

/**
 * @template T
 * @returns {(what: string, work: () => Promise<T>) => Promise<T>}
 */
export function createShared() {
    /** @type {Map<string, Promise<T>>} */
    const underWay = new Map();
    return (what, work) => {
        const running = underWay.get(what) ?? work().finally(() => underWay.delete(what));
        underWay.set(what, running);
        return running;
    };
}
