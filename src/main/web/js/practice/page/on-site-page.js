/** `/practice/on-site`: a mentor or coordinator begins to record a trainee. The attempt is made on this phone. */

import { find, fromTemplate, message, setText } from '../../app/dom.js';
import { megabytes } from '../../app/format.js';
import { leaveFor, oneAtATime } from '../../app/one-at-a-time.js';
import { isOpen, planned, safeBytes, storedBytes } from '../attempt/attempt.js';
import { cameraPage } from '../attempt/links.js';

/** @param {HTMLFormElement} form @param {import('../ports.js').Ports} ports */
export async function onSitePage(form, { person, store }) {
    const show = async () => showBegun(form, await store.list(person));
    store.subscribe(show);
    await show();
    const ready = form.querySelector('fieldset[data-until-ready]');
    if (!ready) {
        return;
    }
    const begin = oneAtATime(async (/** @type {string} */ suffix) => {
        const attempt = planned(person, planOf(form), { onSite: chosenTrainee(form) });
        await store.add(attempt);
        await leaveFor(cameraPage(attempt.id) + suffix);
    });
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        begin('');
    });
    find('[data-do="gallery"]', form).addEventListener('click', () => begin('/gallery'));
    ready.removeAttribute('disabled');
}

/** @param {HTMLFormElement} form */
function chosenTrainee(form) {
    const { value, selectedOptions } = /** @type {HTMLSelectElement} */ (find('[name="trainee"]', form));
    return { trainee: value, name: selectedOptions[0].dataset.name ?? '' };
}

/** @param {HTMLFormElement} form @returns {import('../attempt/attempt.js').Plan} */
function planOf(form) {
    const product = /** @type {HTMLInputElement} */ (find('[name="product"]', form)).value.trim();
    const { value, dataset } = /** @type {HTMLInputElement} */ (find('[name="format"]:checked', form));
    return {
        title: product || (dataset.title ?? value),
        format: value,
        ...(dataset.version && { runOfShow: dataset.version }),
        ...(product && { products: [product] }),
    };
}

/** What was begun and is not sent yet. @param {HTMLElement} form @param {import('../attempt/attempt.js').Attempt[]} attempts */
function showBegun(form, attempts) {
    const begun = attempts.filter((one) => one.onSite && one.takes.length > 0 && !one.finishedAt);
    find('[data-begun]', form).hidden = begun.length === 0;
    find('[data-begun-list]', form).replaceChildren(...begun.map((attempt) => {
        const item = fromTemplate('template[data-begun-item]', form);
        /** @type {HTMLAnchorElement} */ (find('a', item)).href = cameraPage(attempt.id);
        setText(find('[data-whose]', item), attempt.onSite?.name ?? '');
        setText(find('[data-title]', item), attempt.plan.title);
        const numbers = { sent: megabytes(safeBytes(attempt)), total: megabytes(storedBytes(attempt)) };
        setText(find('[data-sent]', item), isOpen(attempt) ? '' : message('sent-of', numbers));
        return item;
    }));
}
