/**
 * The queue: offers to take back the review just sent, and shows text that could not be saved before its review was given
 * to another mentor.
 */

import { person } from '#app/browser.js';
import { find, fromTemplate } from './app/dom.js';
import { DraftBackup } from './mentoring/draft-backup.js';
import { showLeftover } from './mentoring/leftover.js';
import { startUndo } from './mentoring/undo.js';

startUndo(document);

const box = (document.querySelector('template[data-leftover-box]'));
if (box) {
    const backup = new DraftBackup(localStorage, person());
    // A review that is still in the queue restores its text itself when it is opened.
    for (const id of backup.ids().filter((one) => !document.querySelector(`.queue a[href="/mentoring/${one}"]`))) {
        const copy = backup.get(id);
        if (copy) {
            const shown = fromTemplate('template[data-leftover-box]');
            find('[data-title]', shown).textContent = copy.title;
            box.after(shown);
            showLeftover(shown, id, copy.draft, backup);
        }
    }
}
