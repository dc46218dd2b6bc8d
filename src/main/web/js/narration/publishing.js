/** While the files of a lesson are being made, its page looks by itself how far they are. */

import { find } from '../app/dom.js';

const AGAIN_MS = 5_000;
/** Each look is that much later than the one before, up to a minute. */
const SLOWER = 1.25;
const SLOWEST_MS = 60_000;
const SECTION = '[data-publishing]';

/**
 * @param {object} ports
 * @param {() => Promise<Response>} ports.load the page as it is now
 * @param {() => boolean} ports.isSeen whether somebody looks at it, with a network
 * @param {import('../app/clock.js').Clock} ports.clock
 * @param {() => unknown} ports.onMade called once they are made, or cannot be
 */
export function startPublishing({ load, isSeen, clock, onMade }) {
    let pause = AGAIN_MS;
    const look = async () => {
        if (!isSeen()) {
            clock.after(pause, look);
            return;
        }
        pause = Math.min(SLOWEST_MS, pause * SLOWER);
        const section = find(SECTION);
        try {
            const answer = await load();
            const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
            const fresh = /** @type {HTMLElement | null} */ (page.querySelector(SECTION));
            if (fresh && !isMaking(fresh)) {
                section.replaceWith(fresh);
                onMade();
                return;
            }
            // Another page came: the sign-in has ended.
            if (!fresh && answer.ok) {
                return;
            }
        } catch (fault) {
            console.warn('no network:', fault);
        }
        clock.after(pause, look);
    };
    if (isMaking(find(SECTION))) {
        clock.after(pause, look);
    }
}

/** @param {HTMLElement} section */
const isMaking = ({ dataset }) => dataset.publishing === 'making';
