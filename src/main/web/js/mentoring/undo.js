/** A review just published can be taken back for a minute: the button shows the seconds left. */

import { dataOf, find } from '../app/dom.js';

/** @param {ParentNode} page */
export function startUndo(page) {
    const box = /** @type {HTMLElement | null} */ (page.querySelector('[data-undo]'));
    if (!box) {
        return;
    }
    const ends = performance.now() + Number(box.dataset.undo) * 1000;
    const tick = () => {
        const left = Math.ceil((ends - performance.now()) / 1000);
        if (left > 0) {
            find('[data-seconds]', box).textContent = String(left);
        } else {
            clearInterval(timer);
            box.replaceChildren(dataOf(box, 'gone'));
        }
    };
    const timer = setInterval(tick, 500);
    tick();
}
