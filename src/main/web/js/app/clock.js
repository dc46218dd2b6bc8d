/**
 * Time and chance, given to everything that waits, so that tests need not wait.
 *
 * @typedef {object} Clock
 * @property {() => number} now milliseconds since 1970
 * @property {() => number} elapsed milliseconds that no change of the phone's clock touches
 * @property {(ms: number, run: () => void) => () => void} after runs later, unless what it returns is called first
 * @property {() => number} random from 0 up to 1
 */

/** @type {Clock} */
export const clock = {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
    },
    random: () => Math.random(),
};
