/** `/practice/new`: what will be practised. The attempt is made on the phone, so this works without network. */

import { find, message, setText } from '../../app/dom.js';
import { planned } from '../attempt/attempt.js';
import { cameraPage } from '../attempt/links.js';
import { ChoiceForm } from '../audience/choice-form.js';
import { bytesFor } from '../recording/camera.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param {HTMLFormElement} form @param {import('../ports.js').Practice} practice */
export async function planPage(form, { person, store, network, api }) {
    const wifi = /** @type {HTMLInputElement} */ (find('[data-wifi-only]', form));
    wifi.checked = await network.wifiOnly();
    wifi.addEventListener('change', () => network.setWifiOnly(wifi.checked).then(showCost));

    const recorded = (await store.list(person)).some(({ takes }) => takes.length > 0);
    if (recorded) {
        // This page may have been stored before the first recording, or the server has not received that yet.
        const longer = form.querySelector(`[name="format"][value="${form.dataset.afterwards}"]`);
        Object.assign(longer ?? {}, { checked: true });
    }
    const showCost = () => {
        const seconds = Number(chosen(form).dataset.seconds);
        const mb = Math.round(bytesFor(seconds) / 1_000_000);
        const minutes = Math.round(seconds / 60);
        setText(find('[data-cost]', form), message((minutes === 1 ? 'cost-one' : 'cost') + (wifi.checked ? '-wifi' : ''), { minutes, mb }));
    };
    form.addEventListener('change', showCost);
    showCost();

    const viewers = new ChoiceForm(form, recorded || form.dataset.practised !== undefined);
    const product = /** @type {HTMLInputElement} */ (find('[name="product"]', form));
    product.addEventListener('change', () => checkWords(product.value, api));

    /** @param {string} suffix of the camera page's address */
    const begin = async (suffix) => {
        const attempt = planned(person, plan(form), viewers.chosen);
        await deleteUnused(person, store);
        await store.add(attempt);
        location.assign(cameraPage(attempt.id) + suffix);
    };
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        begin('');
    });
    find('[data-do="gallery"]', form).addEventListener('click', () => form.reportValidity() && begin('/gallery'));
    find('fieldset[data-until-ready]', form).removeAttribute('disabled');
}

/**
 * Checks the title for forbidden words as it is typed; without network it is not checked.
 *
 * @param {string} title
 * @param {import('../upload/attempt-api.js').AttemptApi} api
 */
async function checkWords(title, api) {
    const [first] = title.trim() ? await api.wordsToAvoid(title).catch(() => []) : [];
    const note = find('[data-words]');
    note.hidden = !first;
    if (first) {
        const language = document.documentElement.lang.slice(0, 2);
        setText(
            note,
            message('words', {
                words: title.slice(first.from, first.to),
                why: first.why[language],
                better: first.better[language],
            }),
        );
    }
}

/**
 * Deletes plans older than a day without a recording.
 *
 * @param {string} person
 * @param {import('../attempt/attempt-store.js').AttemptStore} store
 */
async function deleteUnused(person, store) {
    const dayAgo = new Date(Date.now() - DAY_MS).toISOString();
    for (const { id, takes, createdAt } of await store.list(person)) {
        if (takes.length === 0 && createdAt < dayAgo) {
            await store.forget(id);
        }
    }
}

/** @param {HTMLFormElement} form @returns {HTMLInputElement} */
function chosen(form) {
    return find('[name="format"]:checked', form);
}

/** @param {HTMLFormElement} form @returns {import('../attempt/attempt.js').Plan} */
function plan(form) {
    const format = chosen(form);
    const product = /** @type {HTMLInputElement} */ (find('[name="product"]', form)).value.trim();
    return {
        title: product || (format.dataset.title ?? format.value),
        format: format.value,
        ...(format.dataset.version && { runOfShow: format.dataset.version }),
        ...(product && { products: [product] }),
    };
}
