/** What is on this phone only: what waits is listed, what the county did not take is mended. */

import { confirmed } from './app/dialog.js';
import { discardRefused, tryAgain } from './app/outbox.js';
import { toast } from './app/toast.js';
import { unsent } from './app/unsent.js';

/** @typedef {import('./app/outbox.js').SyncRecord} SyncRecord */

document.addEventListener('tianbo:outbox', show);
show();

async function show() {
    const { waiting, refused, recordings, deletions } = await unsent();
    const deleted = deletions ? [say('deletion').replace('[count]', String(deletions))] : [];
    const recorded = recordings.map(({ plan }) => named(say('recording'), plan.title));
    fill('waiting', [...waiting.map(whatIs), ...recorded, ...deleted].map(line));
    fill('refused', refused.map(card));
    one('[data-none]').hidden = waiting.length + refused.length + recordings.length + deletions > 0;
}

/** @param {string} section @param {HTMLElement[]} items */
function fill(section, items) {
    const shown = one(`section[data-${section}]`);
    shown.hidden = items.length === 0;
    one('[data-list]', shown).replaceChildren(...items);
}

/** @param {string} text */
function line(text) {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
}

/** @param {SyncRecord} record @returns {HTMLElement} */
function card(record) {
    const template = /** @type {HTMLTemplateElement} */ (document.querySelector('template[data-item]'));
    const item = /** @type {HTMLElement} */ (template.content.firstElementChild.cloneNode(true));
    one('[data-what]', item).textContent = whatIs(record);
    one('[data-when]', item).textContent = new Date(record.at).toLocaleString(document.documentElement.lang);
    one('[data-why]', item).textContent = why(record.code ?? '');
    one('[data-do="again"]', item).addEventListener('click', () => tryAgain(record.id));
    one('[data-do="copy"]', item).addEventListener('click', () => copy(record));
    one('[data-do="discard"]', item).addEventListener('click', () => discard(record));
    return item;
}

/** @param {SyncRecord} record */
function whatIs({ type, about }) {
    return named(say(type, 'other'), about);
}

/** @param {string} kind @param {string} [name] */
function named(kind, name) {
    return name ? `${kind} · ${name}` : kind;
}

/** @param {string} code */
function why(code) {
    if (code.startsWith('learning.time-')) {
        return say('why-time');
    }
    return code === 'learning.version-unknown' ? say('why-version') : say('why-other').replace('[code]', code);
}

/** @param {SyncRecord} record */
async function copy({ person, ...record }) {
    const text = [whatIs(record), new Date(record.at).toLocaleString(document.documentElement.lang), JSON.stringify(record)].join('\n');
    const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    toast(say(copied ? 'copied' : 'not-copied'));
}

/** @param {SyncRecord} record */
async function discard({ id }) {
    if (await confirmed(/** @type {HTMLDialogElement} */ (one('dialog[data-ask]')))) {
        await discardRefused(id);
    }
}

/** @param {string} name @param {string} [otherwise] */
function say(name, otherwise = '') {
    const found = document.querySelector(`template[data-say="${name}"]`) ?? document.querySelector(`template[data-say="${otherwise}"]`);
    return /** @type {HTMLTemplateElement} */ (found).content.textContent.trim();
}

/** @param {string} selector @param {ParentNode} [within] @returns {HTMLElement} */
function one(selector, within = document) {
    return within.querySelector(selector);
}
