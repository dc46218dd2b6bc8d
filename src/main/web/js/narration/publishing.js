/** While the files of a lesson are being made, its page looks by itself how far they are. */

import { find } from '../app/dom.js';

const AGAIN_MS = 5_000;
const SECTION = '[data-publishing]';

/**
 * @param {object} ports
 * @param {() => Promise<Response>} ports.load the page as it is now
 * @param {import('../app/clock.js').Clock} ports.clock
 * @param {() => unknown} ports.onMade called once they are made, or cannot be
 */
export function startPublishing({ load, clock, onMade }) {
    const look = async () => {
        const section = find(SECTION);
        try {
            const page = new DOMParser().parseFromString(await (await load()).text(), 'text/html');
            const fresh = /** @type {HTMLElement | null} */ (page.querySelector(SECTION));
            // Another page came where the sign-in has ended.
            if (fresh && !isMaking(fresh)) {
                section.replaceWith(fresh);
                onMade();
                return;
            }
        } catch (fault) {
            console.warn('no network:', fault);
        }
        clock.after(AGAIN_MS, look);
    };
    if (isMaking(find(SECTION))) {
        clock.after(AGAIN_MS, look);
    }
}

/** @param {HTMLElement} section */
const isMaking = ({ dataset }) => dataset.publishing === 'making';
