/** Sends the review, and has the next one ready: one action. */

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
            if (await saving.flush()) {
                await publish(sheet.review, saving.version);
                forget(sheet.review.id);
                // Published it is; without network the queue comes when there is one again.
                const next = await claim().catch((refused) => console.warn('no next one:', refused));
                location.assign(next ? `/mentoring/${next.id}` : '/mentoring?sent');
            }
        } catch (refused) {
            if (refused.status === 422) {
                missing(page, refused.problem.errors);
            } else {
                toast(refused.message);
            }
        } finally {
            button.disabled = false;
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
                place?.querySelector('input, button, textarea')?.focus({ preventScroll: true });
            });
            line.append(link);
            return line;
        }),
    );
    dialog.showModal();
}

function whereIs(page, field) {
    const [what, which] = field.split(/[.[]/);
    return what === 'marks'
        ? page.querySelector(`[data-criterion="${which}"]`)
        : page.querySelector(what === 'compliance' ? '[data-compliance]' : '[data-moments]');
}
