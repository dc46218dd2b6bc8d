/** How large the letters are: a setting of this phone. `<button data-text-size="l">` chooses. */

import { remember, remembered } from '#app/settings.js';

export function startText() {
    set(remembered('text') ?? '');
    for (const button of buttons()) {
        button.addEventListener('click', () => {
            const size = /** @type {string} */ (button.dataset.textSize);
            remember('text', size);
            set(size);
        });
    }
}

/** @returns {NodeListOf<HTMLElement>} */
const buttons = () => document.querySelectorAll('[data-text-size]');

/** @param {string} size nothing, m, l or xl */
function set(size) {
    const { dataset } = document.documentElement;
    if (size) {
        dataset.text = size;
    } else {
        delete dataset.text;
    }
    for (const button of buttons()) {
        button.setAttribute('aria-pressed', String(button.dataset.textSize === size));
    }
}
