/** Whoever stops helping is told first what has not been sent: this phone will forget it. */

import { find } from '../app/dom.js';
import { unsentOf } from './forget.js';

/**
 * @param {object} ports
 * @param {() => Promise<number>} ports.unsent
 * @param {(count: number) => void} ports.warn
 * @param {() => void} ports.stop
 * @returns {() => Promise<void>} what a press does
 */
export function createStop({ unsent, warn, stop }) {
    let warned = 0;
    return async () => {
        const count = await unsent().catch(() => 0);
        if (count > warned) {
            warned = count;
            warn(count);
        } else {
            stop();
        }
    };
}

/** On a page of somebody who helps on a phone of their own. */
export function askBeforeStopping() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-stop]'));
    if (!form) {
        return;
    }
    const words = find('[data-unsent]', find('main'));
    const press = createStop({
        unsent: () => unsentOf(form.dataset.stop ?? ''),
        warn: (count) => {
            words.textContent = (words.dataset.unsent ?? '').replace('#', String(count));
            words.hidden = false;
        },
        stop: () => form.submit(),
    });
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        press();
    });
}
