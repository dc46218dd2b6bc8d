/** The grading page: one sheet that everything writes to, and the parts around it. */

import { startEditor } from './grading/editor.js';
import { startKeys } from './grading/keys.js';
import { startLease } from './grading/lease.js';
import { startList } from './grading/list.js';
import { startMarks } from './grading/marks.js';
import { Player } from './grading/player.js';
import { startPublish } from './grading/publish.js';
import { Saving } from './grading/saving.js';
import { Sheet } from './grading/sheet.js';
import { startTimeline } from './grading/timeline.js';

const page = /** @type {HTMLElement | null} */ (document.querySelector('[data-grading]'));
if (page) {
    start(page);
}

/** @param {HTMLElement} page */
function start(page) {
    const writable = 'writable' in page.dataset;
    const sheet = new Sheet(JSON.parse(page.dataset.grading));
    const player = new Player(page);
    startTimeline(page, player, sheet);
    const marks = startMarks(page, player, sheet);
    const editor = writable ? startEditor(page, player, sheet) : undefined;
    startList(page, player, sheet, editor);
    startKeys(player, editor, marks);
    if (writable) {
        const saving = new Saving(page, sheet);
        startLease(sheet, player, saving);
        startPublish(page, sheet, saving, editor);
        saving.restore();
    }
    sheet.tell();
}
