/**
 * Does work that only one page may do at a time. In a browser without locks two pages may do it at once, so the work must
 * be harmless when done twice.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusively(name, work) {
    return navigator.locks ? navigator.locks.request(name, work) : work();
}
