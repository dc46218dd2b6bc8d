/** What is on this phone only: lists what waits, and lets the person correct what was refused. */

import { confirmed, find, findAll, fromTemplate, hasMessage, make, message } from '../app/dom.js';
import { oneAtATime } from '../app/one-at-a-time.js';
import { toast } from '../app/toast.js';

/**
 * @typedef {import('../app/outbox.js').SyncRecord} SyncRecord
 *
 * @typedef {object} Ports
 * @property {Pick<import('../app/outbox.js').Outbox, 'flush' | 'report'>} outbox
 * @property {() => Promise<import('../site/unsent-work.js').UnsentWork>} work of this person
 * @property {(ids: string[]) => Promise<unknown>} requeue puts refused records back into the outbox
 * @property {(id: string) => Promise<unknown>} discard removes a refused record
 */

const SIGN_OUTS = ['/sign-out', '/account/sign-out-everywhere'];

/**
 * @param {Ports} ports
 * @returns {() => Promise<void>} lists what waits by now: called for what is not in the outbox
 */
export function startUnsent(ports) {
    let looks = 0;
    const showAll = async () => {
        const look = ++looks;
        const work = await ports.work();
        // What was looked up later may have come earlier, and is newer.
        if (look === looks) {
            show(work, ports);
        }
    };
    document.addEventListener('tianbo:outbox', showAll);
    showAll();
    offerSignOut();
    return showAll;
}

/** @param {import('../site/unsent-work.js').UnsentWork} work @param {Ports} ports */
function show({ waiting, refused, recordings, reviews, sentences, photos, drafts }, ports) {
    const title = (/** @type {string} */ id) => recordings.find((one) => one.id === id)?.plan.title;
    const unkept = sentences.filter((take) => take.refused !== undefined);
    const lines = [
        ...waiting.map((record) => line(whatIs(record))),
        ...recordings.map(({ deletedAt, plan }) => line(deletedAt ? sentence('deletion') : named(sentence('recording'), plan.title))),
        ...reviews.map(({ attempt }) => line(named(sentence('review'), title(attempt)))),
        ...counted('sentences', sentences.length - unkept.length),
        ...counted('photos', photos.length),
    ];
    const yours = [
        ...unkept.map(({ place }) => line(sentence('sentence-refused'), `/narration/${place}`)),
        ...counted('drafts', drafts.length, '/mentoring'),
    ];
    fill('waiting', lines, waiting.length + recordings.length + reviews.length + sentences.length - unkept.length + photos.length);
    fill('yours', yours, unkept.length + drafts.length);
    fill('refused', refused.map((record) => card(record, ports)), refused.length);
    find('[data-none]').hidden = lines.length + yours.length + refused.length > 0;
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

/** @param {string} section @param {HTMLElement[]} items @param {number} count of what they are about */
function fill(section, items, count) {
    const shown = find(`section[data-${section}]`);
    shown.hidden = items.length === 0;
    find('[data-number]', shown).textContent = String(count);
    find('[data-list]', shown).replaceChildren(...items);
}

/** @param {string} textContent @param {string} [href] where the person sees to it */
function line(textContent, href) {
    const item = make('li', href ? {} : { textContent });
    if (href) {
        item.append(make('a', { href, textContent }));
    }
    return item;
}

/** One line for all of a kind, if there are any. @param {string} name @param {number} count @param {string} [href] */
function counted(name, count, href) {
    return count > 0 ? [line(message(name, { count }), href)] : [];
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
