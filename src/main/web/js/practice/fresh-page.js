/** `/practice/new`: what will be practised. The attempt is made on the phone, so that it works without network. */

import { planned } from './attempt.js';
import { bytesFor } from './camera.js';
import { setWifiOnly, wifiOnly } from './connection.js';
import { cameraPage, megabytes, one, say, setText } from './page.js';
import { wordsToAvoid } from './server.js';
import { add, attemptsOf, discard } from './shelf.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param {HTMLFormElement} form @param {string} person */
export async function freshPage(form, person) {
    const wifi = /** @type {HTMLInputElement} */ (one('[data-wifi-only]', form));
    wifi.checked = await wifiOnly();
    wifi.addEventListener('change', () => setWifiOnly(wifi.checked).then(showCost));

    if ((await attemptsOf(person)).some(({ takes }) => takes.length > 0)) {
        // This page may have been kept since before the first recording, or the server has not heard of it yet.
        const longer = form.querySelector(`[name="format"][value="${form.dataset.afterwards}"]`);
        Object.assign(longer ?? {}, { checked: true });
    }
    const showCost = () => {
        const seconds = Number(chosen(form).dataset.seconds);
        const mb = Math.round(bytesFor(seconds) / 1_000_000);
        const minutes = Math.round(seconds / 60);
        setText(one('[data-cost]', form), say((minutes === 1 ? 'cost-one' : 'cost') + (wifi.checked ? '-wifi' : ''), { minutes, mb }));
    };
    form.addEventListener('change', showCost);
    showCost();

    const product = /** @type {HTMLInputElement} */ (one('[name="product"]', form));
    product.addEventListener('change', () => lookThrough(product.value));

    const begin = async (how) => {
        const attempt = planned(person, plan(form));
        await forgetUnused(person);
        await add(attempt);
        location.assign(cameraPage(attempt.id) + how);
    };
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        begin('');
    });
    one('[data-do="gallery"]', form).addEventListener('click', () => form.reportValidity() && begin('/gallery'));
    /** @type {HTMLElement} */ (one('fieldset[data-until-ready]', form)).removeAttribute('disabled');
}

/** The title is checked where it is typed; without network it is not, and nothing is in the way. @param {string} title */
async function lookThrough(title) {
    const [first] = title.trim() ? await wordsToAvoid(title).catch(() => []) : [];
    const note = /** @type {HTMLElement} */ (one('[data-words]'));
    note.hidden = !first;
    if (first) {
        const language = document.documentElement.lang.slice(0, 2);
        setText(
            note,
            say('words', {
                words: title.slice(first.from, first.to),
                why: first.why[language],
                better: first.better[language],
            }),
        );
    }
}

/** Plans of other days with nothing recorded are not kept. @param {string} person */
async function forgetUnused(person) {
    const dayAgo = new Date(Date.now() - DAY_MS).toISOString();
    for (const { id, takes, createdAt } of await attemptsOf(person)) {
        if (takes.length === 0 && createdAt < dayAgo) {
            await discard(id);
        }
    }
}

/** @param {HTMLFormElement} form @returns {HTMLInputElement} */
function chosen(form) {
    return one('[name="format"]:checked', form);
}

/** @param {HTMLFormElement} form @returns {import('./attempt.js').Plan} */
function plan(form) {
    const format = chosen(form);
    const product = /** @type {HTMLInputElement} */ (one('[name="product"]', form)).value.trim();
    return {
        title: product || (format.dataset.title ?? format.value),
        format: format.value,
        ...(format.dataset.version && { runOfShow: format.dataset.version }),
        ...(product && { products: [product] }),
    };
}
