/**
 * The queue: takes back what was just sent, and shows words that could not be saved before their review went to
 * somebody else.
 */

import { person } from './app/browser.js';
import { find } from './app/dom.js';
import { DraftBackup } from './mentoring/draft-backup.js';
import { showLeftover } from './mentoring/leftover.js';
import { startUndo } from './mentoring/undo.js';

startUndo(document);

const box = /** @type {HTMLTemplateElement | null} */ (document.querySelector('template[data-leftover-box]'));
if (box) {
    const backup = new DraftBackup(localStorage, person());
    // A review still in the queue brings its words back itself when it is opened.
    for (const id of backup.ids().filter((one) => !document.querySelector(`.queue a[href="/mentoring/${one}"]`))) {
        const copy = backup.get(id);
        const shown = /** @type {HTMLElement} */ (box.content.firstElementChild.cloneNode(true));
        find('[data-title]', shown).textContent = copy.title ?? '';
        box.after(shown);
        showLeftover(shown, id, copy.draft, backup);
    }
}
