/** Three, two, one: time to look into the lens. A tap begins at once. */

import { clock } from '../../app/clock.js';
import { find, setText } from '../../app/dom.js';

const SECONDS = 3;

/**
 * @param {HTMLElement} stage
 * @param {() => void} begin shows it
 * @returns {Promise<void>} when it is over
 */
export function countDown(stage, begin) {
    begin();
    return new Promise((resolve) => {
        let cancel = () => {};
        const over = () => {
            cancel();
            stage.removeEventListener('click', over);
            resolve();
        };
        const show = (/** @type {number} */ left) => {
            setText(find('[data-count]', stage), String(left));
            // A call that comes in meanwhile is no time to begin: it counts anew.
            cancel = clock.after(1000, () => (document.hidden ? show(SECONDS) : left > 1 ? show(left - 1) : over()));
        };
        stage.addEventListener('click', over);
        show(SECONDS);
    });
}
