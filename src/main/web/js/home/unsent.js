/** What is on this phone only: lists what waits, and lets the person correct what was refused. */

import { confirmed, find, findAll, fromTemplate, hasMessage, message } from '../app/dom.js';
import { oneAtATime } from '../app/one-at-a-time.js';
import { isPending } from '../app/pending.js';
import { toast } from '../app/toast.js';

/**
 * @typedef {import('../app/outbox.js').SyncRecord} SyncRecord
 *
 * @typedef {object} Ports
 * @property {Pick<import('../app/outbox.js').Outbox, 'waiting' | 'refused' | 'flush' | 'report'>} outbox
 * @property {(ids: string[]) => Promise<unknown>} requeue puts refused records back into the outbox
 * @property {(id: string) => Promise<unknown>} discard removes a refused record
 * @property {() => Promise<import('../practice/attempt/attempt.js').Attempt[]>} attempts of this person
 */

const SIGN_OUTS = ['/sign-out', '/account/sign-out-everywhere'];

/** @param {Ports} ports */
export function startUnsent(ports) {
    document.addEventListener('tianbo:outbox', () => show(ports));
    show(ports);
    offerSignOut();
}

/** @param {Ports} ports */
async function show(ports) {
    const { outbox } = ports;
    const [waiting, refused, attempts] = await Promise.all([outbox.waiting(), outbox.refused(), ports.attempts()]);
    const unsent = attempts.filter((attempt) => isPending(attempt) && !attempt.sentAt);
    const recordings = unsent.map(({ deletedAt, plan }) => (deletedAt ? sentence('deletion') : named(sentence('recording'), plan.title)));
    fill('waiting', [...waiting.map(whatIs), ...recordings].map(line));
    fill('refused', refused.map((record) => card(record, ports)));
    find('[data-none]').hidden = waiting.length + refused.length + recordings.length > 0;
}

/** For a person who came here by signing out: the address after the `#` is the sign-out's. */
function offerSignOut() {
    const action = location.hash.slice(1);
    if (!SIGN_OUTS.includes(action)) {
        return;
    }
    find('[data-no-network]').hidden = navigator.onLine;
    findAll('[data-leave]').forEach((part) => {
        part.hidden = !navigator.onLine;
    });
    find('[data-do="leave"]').addEventListener('click', () => {
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action });
        document.body.append(form);
        form.submit();
    });
}

/** @param {string} id @param {Ports} ports */
async function retry(id, { requeue, outbox }) {
    await requeue([id]);
    await outbox.flush();
}

/** @param {string} section @param {HTMLElement[]} items */
function fill(section, items) {
    const shown = find(`section[data-${section}]`);
    shown.hidden = items.length === 0;
    find('[data-number]', shown).textContent = String(items.length);
    find('[data-list]', shown).replaceChildren(...items);
}

/** @param {string} text */
function line(text) {
    const item = document.createElement('li');
    item.textContent = text;
    return item;
}

/** @param {SyncRecord} record @param {Ports} ports @returns {HTMLElement} */
function card(record, ports) {
    const item = fromTemplate('template[data-item]');
    find('[data-what]', item).textContent = whatIs(record);
    find('[data-when]', item).textContent = new Date(record.at).toLocaleString(document.documentElement.lang);
    find('[data-why]', item).textContent = why(record.code ?? '');
    const actions = {
        again: () => retry(record.id, ports),
        copy: () => copy(record),
        discard: () => discardIfSure(record, ports),
    };
    for (const [name, act] of Object.entries(actions)) {
        find(`[data-do="${name}"]`, item).addEventListener('click', oneAtATime(act));
    }
    return item;
}

/** @param {SyncRecord} record */
function whatIs({ type, about }) {
    return named(sentence(type, 'other'), about);
}

/** @param {string} kind @param {string} [name] */
function named(kind, name) {
    return name ? `${kind} · ${name}` : kind;
}

/** @param {string} code */
function why(code) {
    if (code.startsWith('learning.time-')) {
        return sentence('why-time');
    }
    return code === 'learning.version-unknown' ? sentence('why-version') : sentence('why-other').replace('[code]', code);
}

/** @param {SyncRecord} record */
async function copy(record) {
    const { person, ...content } = record;
    const text = [whatIs(record), new Date(record.at).toLocaleString(document.documentElement.lang), JSON.stringify(content)].join('\n');
    const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    toast(sentence(copied ? 'copied' : 'not-copied'));
}

/** @param {SyncRecord} record @param {Ports} ports */
async function discardIfSure({ id }, { discard, outbox }) {
    if (await confirmed(find('dialog[data-confirm]'))) {
        await discard(id);
        await outbox.report();
    }
}

/** @param {string} name @param {string} [otherwise] */
function sentence(name, otherwise = '') {
    return message(hasMessage(name) ? name : otherwise);
}
