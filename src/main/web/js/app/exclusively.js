/**
 * Work that one page does at a time. Where the browser has no locks two may do it at once: ours does no harm when done
 * twice.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusively(name, work) {
    return navigator.locks ? navigator.locks.request(name, work) : work();
}
