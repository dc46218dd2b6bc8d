/** The grading page: one sheet that everything writes to, and the parts around it. */

import { startEditor } from './grading/editor.js';
import { startKeys } from './grading/keys.js';
import { showLeftover } from './grading/leftover.js';
import { startLease } from './grading/lease.js';
import { startList } from './grading/list.js';
import { kept } from './grading/local.js';
import { startMarks } from './grading/marks.js';
import { Player } from './grading/player.js';
import { startPublish } from './grading/publish.js';
import { startReason } from './grading/reason.js';
import { Saving } from './grading/saving.js';
import { Sheet, same } from './grading/sheet.js';
import { startTimeline } from './grading/timeline.js';
import { startUndo } from './grading/undo.js';

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
    startUndo(page);
    if (writable) {
        const saving = new Saving(page, sheet);
        startReason(page, sheet);
        startLease(sheet, player, saving);
        startPublish(page, sheet, saving, editor);
        saving.restore();
    } else {
        const copy = kept(sheet.review.id);
        if (copy && !same(copy.draft, sheet.draft)) {
            showLeftover(page.querySelector('[data-leftover]'), sheet.review.id, copy.draft);
        }
    }
    sheet.tell();
}
