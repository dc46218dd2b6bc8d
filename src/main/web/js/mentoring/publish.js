/** Publishes the review after a preview, and opens the next one; shows what is missing if it cannot be published. */

import { answered, dataOf, find, make } from '../app/dom.js';
import { Refusal, SignedOut, Unreachable } from '#app/http.js';
import { oneAtATime } from '../app/one-at-a-time.js';
import { toast } from '../app/toast.js';

/**
 * @typedef {object} Parts
 * @property {HTMLElement} page
 * @property {import('./draft.js').DraftModel} draft
 * @property {import('./autosave.js').Autosave} autosave
 * @property {import('./save-status.js').SaveStatus} status
 * @property {import('./moment-editor.js').MomentEditor} editor
 * @property {import('./review-api.js').ReviewApi} api
 * @property {import('./draft-backup.js').DraftBackup} backup
 */

/** @param {Parts} parts */
export function startPublish(parts) {
    const { page, draft, autosave, status, editor } = parts;
    const button = /** @type {HTMLButtonElement} */ (find('[data-publish]', page));
    button.addEventListener('click', async () => {
        button.disabled = true;
        editor.done();
        try {
            if (!(await autosave.flush())) {
                toast(status.text);
            } else if (draft.review.missing.length || (await agreed(page, draft))) {
                await send(parts);
            }
        } catch (fault) {
            showFault(parts, fault);
        } finally {
            button.disabled = false;
        }
    });
    startGiveBack(parts);
}

/** @param {Parts} parts @param {unknown} fault */
function showFault({ page, status }, fault) {
    if (fault instanceof Refusal && fault.status === 422) {
        showMissing(page, fault.problem.errors ?? []);
    } else if (fault instanceof SignedOut) {
        status.show('signedOut');
        toast(status.text);
    } else {
        console.warn('not published:', fault);
        const detail = fault instanceof Refusal ? fault.message : fault instanceof Unreachable ? fault.problem.detail : undefined;
        toast(detail ?? dataOf(document.body, 'unsent'));
    }
}

/** The server refuses an incomplete review. @param {Parts} parts */
async function send({ draft, autosave, api, backup }) {
    const { id } = draft.review;
    await api.publish(draft.review, autosave.version);
    backup.remove(id);
    // It is published; if the next review cannot be claimed, the queue opens.
    const next = await api.claim().catch((fault) => console.warn('no next review:', fault));
    location.assign(next ? `/mentoring/${next.id}?sent=${id}` : `/mentoring?sent=${id}`);
}

/**
 * Shows what the trainee will see, and lets the mentor confirm it.
 *
 * @param {HTMLElement} page
 * @param {import('./draft.js').DraftModel} draft
 */
async function agreed(page, draft) {
    const dialog = /** @type {HTMLDialogElement} */ (find('#preview', page));
    const part = (/** @type {string} */ name) => find(`[data-preview-${name}]`, dialog);
    const { highlights, score } = draft.review;
    const { content } = draft;
    part('score').textContent = String(score);
    part('broken').hidden = !content.compliance?.broken;
    part('change').textContent = draft.moment(highlights.change)?.words ?? content.nothingToChange ?? '';
    const toKeep = highlights.keep.map((id) => draft.moment(id)?.words).filter(Boolean);
    part('keep').replaceChildren(...toKeep.map((text) => make('li', { textContent: text })));
    part('kept').hidden = !toKeep.length;
    part('count').textContent = dataOf(part('count'), 'words').replace('#', String(content.moments.length));
    return (await answered(dialog)) === 'send';
}

/** A review is given back only when everything is saved, so the next mentor finds it. @param {Parts} parts */
function startGiveBack({ page, editor, autosave, status }) {
    const form = /** @type {HTMLFormElement} */ (find('[data-give-back]', page));
    const giveBack = oneAtATime(async () => {
        editor.done();
        if (await autosave.flush()) {
            form.submit();
        } else {
            toast(status.text);
        }
    });
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        giveBack();
    });
}

/**
 * Lists what is missing; each line leads to its place.
 *
 * @param {HTMLElement} page
 * @param {{field: string, message: string}[]} errors
 */
function showMissing(page, errors) {
    const dialog = /** @type {HTMLDialogElement} */ (find('#missing', page));
    find('[data-missing]', dialog).replaceChildren(
        ...errors.map(({ field, message }) => {
            const place = whereIs(page, field);
            const line = document.createElement('li');
            const link = make('button', { type: 'button', className: 'button' });
            const name = place?.querySelector('legend')?.firstChild?.textContent?.trim();
            link.textContent = name ? `${name}: ${message}` : message;
            link.addEventListener('click', () => {
                dialog.close();
                place?.scrollIntoView({ block: 'center' });
                /** @type {HTMLElement | null} */ (place?.querySelector('textarea, input, button'))?.focus({ preventScroll: true });
            });
            line.append(link);
            return line;
        }),
    );
    dialog.showModal();
}

/** @param {HTMLElement} page @param {string} field */
function whereIs(page, field) {
    const [what, which] = field.split(/[.[]/);
    /** @type {Record<string, string>} */
    const places = { compliance: '[data-compliance]', change: '[data-reason-field]', moments: which ? '[data-moments]' : '[data-editor]' };
    return page.querySelector(what === 'marks' ? `[data-criterion="${which}"]` : (places[what] ?? '[data-moments]'));
}
