/** The queue: takes back what was just sent, and shows words that could not be saved before their review went to somebody else. */

import { showLeftover } from './grading/leftover.js';
import { all, kept } from './grading/local.js';
import { startUndo } from './grading/undo.js';

startUndo(document);

const box = /** @type {HTMLTemplateElement | null} */ (document.querySelector('template[data-leftover-box]'));
if (box) {
    // A review still in the queue brings its words back itself when it is opened.
    for (const id of all().filter((one) => !document.querySelector(`.queue a[href="/mentoring/${one}"]`))) {
        const copy = kept(id);
        const shown = /** @type {HTMLElement} */ (box.content.cloneNode(true).firstElementChild);
        shown.querySelector('[data-title]').textContent = copy.title ?? '';
        box.after(shown);
        showLeftover(shown, id, copy.draft);
    }
}
