/** What is on this phone only: what waits is listed, what the county did not take is mended. */

import { write } from './app/db.js';
import { flush, refused as refusedOnes, tell, waiting as waitingOnes } from './app/outbox.js';
import { mine, waitsHere } from './app/recordings.js';
import { toast } from './app/toast.js';
import { confirmed } from './shared/dialog.js';

/** @typedef {import('./app/outbox.js').SyncRecord} SyncRecord */

const WAYS_OUT = ['/sign-out', '/account/sign-out-everywhere'];

document.addEventListener('tianbo:outbox', show);
show();
askToLeave();

async function show() {
    const [waiting, refused, attempts] = await Promise.all([waitingOnes(), refusedOnes(), mine('attempts')]);
    const unsent = attempts.filter((one) => waitsHere(one) && !one.sentAt);
    const recordings = unsent.map(({ deletedAt, plan }) => (deletedAt ? say('deletion') : named(say('recording'), plan.title)));
    fill('waiting', [...waiting.map(whatIs), ...recordings].map(line));
    fill('refused', refused.map(card));
    one('[data-none]').hidden = waiting.length + refused.length + recordings.length > 0;
}

/** Who came here by signing out: the way stands behind the `#`. */
function askToLeave() {
    const way = location.hash.slice(1);
    if (!WAYS_OUT.includes(way)) {
        return;
    }
    one('[data-no-network]').hidden = navigator.onLine;
    document.querySelectorAll('[data-leave]').forEach((part) => {
        /** @type {HTMLElement} */ (part).hidden = !navigator.onLine;
    });
    one('[data-do="leave"]').addEventListener('click', () => {
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action: way });
        document.body.append(form);
        form.submit();
    });
}

/** @param {string} id */
async function tryAgain(id) {
    await write(['outbox', 'refused'], (outbox, aside) => {
        const found = aside.get(id);
        found.onsuccess = () => {
            const { code, ...one } = found.result;
            outbox.put(one);
            aside.delete(id);
        };
    });
    await flush();
}

/** @param {string} section @param {HTMLElement[]} items */
function fill(section, items) {
    const shown = one(`section[data-${section}]`);
    shown.hidden = items.length === 0;
    one('[data-number]', shown).textContent = String(items.length);
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
        await write(['refused'], (aside) => aside.delete(id));
        await tell();
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
