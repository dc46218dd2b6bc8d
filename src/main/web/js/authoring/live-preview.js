/** Has a text checked and shown a moment after typing stops. */

const PAUSE_MS = 700;

/**
 * @typedef {object} Ports
 * @property {import('../app/clock.js').Clock} clock
 * @property {() => void} show shows what is typed
 * @property {() => Promise<string | null>} check says what is wrong with it; null when nobody could tell
 * @property {(html: string) => void} found
 */

/** @param {Ports} ports */
export function livePreview({ clock, show, check, found }) {
    /** @type {() => void} */
    let stop = () => {};
    let asked = 0;

    const look = async () => {
        const mine = ++asked;
        show();
        try {
            const html = await check();
            // What was typed since is being asked about already.
            if (html !== null && mine === asked) {
                found(html);
            }
        } catch (offline) {
            console.warn('not checked:', offline);
        }
    };

    return {
        typed() {
            stop();
            stop = clock.after(PAUSE_MS, look);
        },
    };
}
