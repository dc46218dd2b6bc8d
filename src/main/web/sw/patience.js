/** How long a network is waited for. */

/** How long the network has for a page. */
export const PATIENCE_MS = 4000;
/** Twice this, a page that is not stored waits on a dead network: by four seconds the phone has said so. */
export const HALF_PATIENCE_MS = 1800;
/** Costs the server nothing to answer. */
const SMALL = '/favicon.svg';

/** @param {{fetch: typeof fetch, after: (ms: number) => Promise<unknown>}} ports */
export function createPatience({ fetch, after }) {
    /** @param {number} ms @param {Promise<Response>} answer @returns {Promise<Response | undefined>} undefined if it is late */
    const within = async (ms, answer) => /** @type {Response | undefined} */ (await Promise.race([answer, after(ms)]));

    return {
        within,

        /**
         * A server that is slow is waited for, a network that gives no answer to anything is not.
         *
         * @param {Promise<Response>} answer
         */
        whileNetworkLives: async (answer) => {
            let lives = false;
            fetch(SMALL, { method: 'HEAD', cache: 'no-store' }).then(() => (lives = true), () => {});
            return (await within(HALF_PATIENCE_MS, answer)) ?? (lives ? answer : undefined);
        },
    };
}
