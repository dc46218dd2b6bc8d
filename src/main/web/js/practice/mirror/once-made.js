/** A recording can be watched before the server has listened to it: its page shows what came of that as soon as it is there. */

const RECHECK_MS = 15_000;
/** After that the page shows it when it is opened again. */
const MOST_CHECKS = 40;

/**
 * @param {object} ports
 * @param {() => Promise<{copies?: unknown}>} ports.state of the attempt; with `copies` once nothing of it is in the making
 * @param {() => Promise<string>} ports.measured as the page has it now; empty where there is nothing
 * @param {Pick<import('../../app/clock.js').Clock, 'after'>} ports.clock
 * @returns {Promise<string>} what the server measured; empty where that did not come
 */
export async function onceMade({ state, measured, clock }) {
    for (let checks = 0; checks < MOST_CHECKS; checks++) {
        await new Promise((next) => clock.after(RECHECK_MS, () => next(undefined)));
        // Without network, at the next check.
        const { copies } = await state().catch(() => ({ copies: undefined }));
        const found = copies ? await measured().catch(() => undefined) : undefined;
        if (found !== undefined) {
            return found;
        }
    }
    return '';
}
