/** The grading page: one draft, and the parts of the page that show and change it. */

import { http, person } from '#app/browser.js';
import { clock } from './app/clock.js';
import { dataOf, find } from './app/dom.js';
import { Autosave } from './mentoring/autosave.js';
import { resolveConflict } from './mentoring/conflict.js';
import { DraftBackup } from './mentoring/draft-backup.js';
import { DraftModel, same } from './mentoring/draft.js';
import { startKeys } from './mentoring/keys.js';
import { LeaseRenewal } from './mentoring/lease.js';
import { showLeftover } from './mentoring/leftover.js';
import { MomentEditor } from './mentoring/moment-editor.js';
import { startMomentList } from './mentoring/moment-list.js';
import { Player } from './mentoring/player.js';
import { startPublish } from './mentoring/publish.js';
import { startReason } from './mentoring/reason.js';
import { ReviewApi } from './mentoring/review-api.js';
import { SaveStatus } from './mentoring/save-status.js';
import { startScores } from './mentoring/scores.js';
import { startTimeline } from './mentoring/timeline.js';
import { startUndo } from './mentoring/undo.js';

const page = /** @type {HTMLElement | null} */ (document.querySelector('[data-grading]'));
if (page) {
    start(page);
}

/** @param {HTMLElement} page */
function start(page) {
    const writable = 'writable' in page.dataset;
    const draft = new DraftModel(JSON.parse(dataOf(page, 'grading')));
    const player = new Player(page);
    const backup = new DraftBackup(localStorage, person());
    startTimeline(page, player, draft);
    const scores = startScores(page, player, draft);
    const editor = writable ? new MomentEditor(page, player, draft) : undefined;
    startMomentList(page, player, draft, editor);
    startKeys(player, editor, scores);
    startUndo(page);
    if (editor) {
        startSaving(page, draft, player, editor, backup);
    } else {
        const copy = backup.get(draft.review.id);
        if (copy && !same(copy.draft, draft.content)) {
            showLeftover(find('[data-leftover]', page), draft.review.id, copy.draft, backup);
        }
    }
    draft.changed();
}

/**
 * @param {HTMLElement} page
 * @param {DraftModel} draft
 * @param {Player} player
 * @param {MomentEditor} editor
 * @param {DraftBackup} backup
 */
function startSaving(page, draft, player, editor, backup) {
    const api = new ReviewApi(http);
    const status = new SaveStatus(page);
    const autosave = new Autosave({
        draft,
        api,
        backup,
        clock,
        title: find('h1').textContent ?? '',
        onStatus: (now, detail) => status.show(now, detail),
        onLost: (words, why) => {
            showLeftover(find('[data-leftover]', page), draft.review.id, words, backup);
            if (why) {
                find('[data-lost]', page).textContent = why;
            }
        },
        resolveConflict: (mine, theirs) => resolveConflict(page, mine, theirs),
    });
    addEventListener('online', () => autosave.saveNow());
    document.addEventListener('visibilitychange', () => autosave.saveNow());
    const lease = new LeaseRenewal({ attempt: draft.review.attempt, api, autosave, clock });
    player.addEventListener('time', () => lease.worked());
    lease.start();
    startReason(page, draft);
    startPublish({ page, draft, autosave, status, editor, api, backup });
    autosave.restore();
}
