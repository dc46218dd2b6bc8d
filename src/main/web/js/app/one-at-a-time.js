/** For what a tap begins and does not end at once. */

/**
 * The same work; a call that comes while it is being done is ignored, such as the second one of a double tap. A tap has
 * nobody to whom a fault could be thrown, so it is logged.
 *
 * @template {unknown[]} Args
 * @param {(...args: Args) => unknown} work
 * @returns {(...args: Args) => Promise<void>}
 */
export function oneAtATime(work) {
    let working = false;
    return async (...args) => {
        if (working) {
            return;
        }
        working = true;
        try {
            await work(...args);
        } catch (fault) {
            console.error(fault);
        }
        working = false;
    };
}

/**
 * Leaves the page. The promise ends when the person comes back to it: until then no further tap is of use.
 *
 * @param {string} address
 */
export function leaveFor(address) {
    location.assign(address);
    return new Promise((shownAgain) => addEventListener('pageshow', shownAgain, { once: true }));
}
