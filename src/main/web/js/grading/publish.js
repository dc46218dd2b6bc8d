/** Sends the review, and has the next one ready: shows what goes out, asks once, says why when it cannot. */

import { toast } from '../app.js';
import { forget } from './local.js';
import { claim, publish } from './server.js';

/**
 * @param {HTMLElement} page
 * @param {import('./sheet.js').Sheet} sheet
 * @param {import('./saving.js').Saving} saving
 * @param {import('./editor.js').Editor} editor
 */
export function startPublish(page, sheet, saving, editor) {
    const button = /** @type {HTMLButtonElement} */ (page.querySelector('[data-publish]'));
    button.addEventListener('click', async () => {
        button.disabled = true;
        editor.done();
        try {
            if (!(await saving.flush())) {
                toast(saving.trouble);
            } else if (sheet.review.missing.length || (await agreed(page, sheet))) {
                await send(sheet, saving);
            }
        } catch (refused) {
            if (refused.status === 422) {
                missing(page, refused.problem.errors);
            } else if (refused.status === 401) {
                saving.signedOut();
                toast(saving.trouble);
            } else {
                toast(refused.message);
            }
        } finally {
            button.disabled = false;
        }
    });
    giveBack(page, saving, editor);
}

/** What is missing the server says; only what is whole goes out. */
async function send(sheet, saving) {
    const { id } = sheet.review;
    await publish(sheet.review, saving.version);
    forget(id);
    // Published it is; without network the queue comes when there is one again.
    const next = await claim().catch((refused) => console.warn('no next one:', refused));
    location.assign(next ? `/mentoring/${next.id}?sent=${id}` : `/mentoring?sent=${id}`);
}

/** What the trainee will see, before they see it. @returns {Promise<boolean>} */
async function agreed(page, sheet) {
    const dialog = /** @type {HTMLDialogElement} */ (page.querySelector('#preview'));
    const part = (name) => dialog.querySelector(`[data-preview-${name}]`);
    const { highlights, score } = sheet.review;
    const { draft } = sheet;
    part('score').textContent = String(score);
    part('broken').hidden = !draft.compliance?.broken;
    part('change').textContent = sheet.moment(highlights.change)?.words ?? draft.nothingToChange ?? '';
    const kept = highlights.keep.map((id) => sheet.moment(id)?.words).filter(Boolean);
    part('keep').replaceChildren(...kept.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
    part('kept').hidden = !kept.length;
    part('count').textContent = part('count').dataset.words.replace('#', String(draft.moments.length));
    dialog.returnValue = '';
    dialog.showModal();
    await new Promise((closed) => dialog.addEventListener('close', closed, { once: true }));
    return dialog.returnValue === 'send';
}

/** Given back only with every word saved: whoever takes it next finds them. */
function giveBack(page, saving, editor) {
    const form = /** @type {HTMLFormElement} */ (page.querySelector('[data-give-back]'));
    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        editor.done();
        if (await saving.flush()) {
            form.submit();
        } else {
            toast(saving.trouble);
        }
    });
}

/** Lists what is missing; each line leads there. @param {HTMLElement} page @param {{field: string, message: string}[]} errors */
function missing(page, errors) {
    const dialog = /** @type {HTMLDialogElement} */ (page.querySelector('#missing'));
    dialog.querySelector('[data-missing]').replaceChildren(
        ...errors.map(({ field, message }) => {
            const place = whereIs(page, field);
            const line = document.createElement('li');
            const link = Object.assign(document.createElement('button'), { type: 'button', className: 'button' });
            const name = place?.querySelector('legend')?.firstChild.textContent.trim();
            link.textContent = name ? `${name}: ${message}` : message;
            link.addEventListener('click', () => {
                dialog.close();
                place?.scrollIntoView({ block: 'center' });
                place?.querySelector('textarea, input, button')?.focus({ preventScroll: true });
            });
            line.append(link);
            return line;
        }),
    );
    dialog.showModal();
}

function whereIs(page, field) {
    const [what, which] = field.split(/[.[]/);
    const places = { compliance: '[data-compliance]', change: '[data-reason-field]', moments: which ? '[data-moments]' : '[data-editor]' };
    return page.querySelector(what === 'marks' ? `[data-criterion="${which}"]` : (places[what] ?? '[data-moments]'));
}
