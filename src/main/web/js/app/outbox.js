/**
 * What a person did on this phone, on its way to the county: kept on the disk first, sent when there is a network, and
 * forgotten only when the server has said that it holds it.
 *
 * @typedef {object} SyncRecord
 * @property {string} id
 * @property {string} type
 * @property {string} at
 * @property {Record<string, any>} data
 * @property {string} person
 * @property {string} [about] what it is about, in the words of the page it was made on; not sent
 * @property {boolean} [passed] of a quiz, as this phone judged it; not sent
 * @property {string} [code] why the server did not take it
 *
 * @typedef {{id: string, status: 'accepted' | 'duplicate' | 'rejected', code?: string}} SyncResult
 */

import { read, write } from './db.js';
import { mine } from './recordings.js';
import { uuid } from './uuid.js';

/** The server's limit of records in one call. */
const MOST = 500;
const SHORTEST_WAIT = 5_000;
const LONGEST_WAIT = 300_000;
const CLAIM = 30_000;
const PATIENCE = 30_000;
const DAY = 86_400_000;
/** A day's work and more, until the pages that show it are fetched anew. */
const MOST_DONE = 100;

/** The server's word for a phone whose clock stood far from the truth. */
const CLOCK_WRONG = 'learning.time-out-of-range';

/** Phones are shared: what one villager did is never sent in another's name. */
const person = () => document.documentElement.dataset.person ?? '';

let wait = SHORTEST_WAIT;
/** @type {number | undefined} */
let retry;
/** @type {Promise<void> | undefined} */
let flushing;
/** Whether the server took anything since the outbox was last empty. */
let news = false;

/**
 * @param {string} type as `POST /api/sync` names it, e.g. `lesson.completed`
 * @param {object} data
 * @param {{about?: string, passed?: boolean}} [here] what only this phone needs to know of it
 * @returns {Promise<string>} the record's id, once it is safe on this phone
 */
export async function record(type, data, here = {}) {
    const kept = { ...here, id: uuid(), type, at: new Date().toISOString(), data, person: person() };
    await write(['outbox'], (outbox) => outbox.add(kept));
    await tell();
    flush();
    return kept.id;
}

/** @returns {Promise<number>} how many records of this person wait for the network */
export async function pending() {
    return (await waiting()).length;
}

/** @returns {Promise<SyncRecord[]>} what the server did not take, with its code: for a person to look at */
export function refused() {
    return mine('refused');
}

/** Sends what waits. Never fails: what could not be sent stays and is tried again later. */
export function flush() {
    tell();
    flushing ??= alone(send)
        .then(
            async () => {
                wait = SHORTEST_WAIT;
                // Something may have come in at the last moment, or another tab may be the one that sends.
                if (await pending()) {
                    later();
                } else if (news) {
                    news = false;
                    document.dispatchEvent(new CustomEvent('tianbo:sent'));
                }
            },
            (fault) => {
                console.warn('still waiting:', fault.message);
                later();
            },
        )
        .finally(() => {
            flushing = undefined;
            tell();
        });
    return flushing;
}

/** @returns {Promise<SyncRecord[]>} what waits for the network, of this person */
export function waiting() {
    return mine('outbox');
}

async function send() {
    await takeBack();
    if (await pending()) {
        await requireOwner();
    }
    let size = MOST;
    for (let records = await waiting(); records.length; records = await waiting()) {
        const batch = records.slice(0, size);
        const response = await post(batch);
        if (response.ok) {
            await settle(batch, (await response.json()).results);
        } else if (![400, 413, 422].includes(response.status)) {
            throw new Error(`HTTP ${response.status}`);
        } else if (batch.length === 1) {
            await settle(batch, [{ id: batch[0].id, status: 'rejected', code: `http.${response.status}` }]);
        } else {
            // One of these spoils the whole call: halve until it stands alone, so that it holds up nobody else.
            size = Math.ceil(batch.length / 2);
        }
    }
}

/**
 * What was refused because the phone's clock was wrong waits again once the clock has been set right. When it really was,
 * nobody knows any more: it counts from now.
 */
async function takeBack() {
    const now = new Date();
    const settled = (await refused()).filter(({ code, at }) => code === CLOCK_WRONG && Math.abs(now.getTime() - Date.parse(at)) > DAY);
    if (settled.length) {
        await write(['outbox', 'refused'], (outbox, aside) => {
            for (const { code, ...one } of settled) {
                outbox.put({ ...one, at: now.toISOString() });
                aside.delete(one.id);
            }
        });
    }
}

/** A page may have stayed open while somebody else signed in on the same phone: what is sent now would be theirs. */
async function requireOwner() {
    const response = await asked('/api/me', {});
    if (!response.ok || (await response.json()).id !== person()) {
        throw new Error('somebody else is signed in');
    }
}

/** @param {SyncRecord[]} batch */
async function post(batch) {
    const records = batch.map(({ id, type, at, data }) => ({ id, type, at, data }));
    return asked('/api/sync', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ device: await device(), records }),
    });
}

/** A network that accepts and never answers counts as none. @param {string} path @param {RequestInit} request */
async function asked(path, request) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE);
    try {
        return await fetch(path, {
            ...request,
            headers: { Accept: 'application/json', 'X-Requested-With': 'JavaScript', ...request.headers },
            redirect: 'manual',
            cache: 'no-store',
            signal: patience.signal,
        });
    } finally {
        clearTimeout(timer);
    }
}

/** @param {SyncRecord[]} batch @param {SyncResult[]} results */
async function settle(batch, results) {
    const answered = new Map(results.map((result) => [result.id, result]));
    const settled = batch.filter(({ id }) => answered.has(id));
    const taken = settled.filter(({ id }) => answered.get(id).status !== 'rejected');
    await write(['outbox', 'refused', 'kv'], (outbox, aside, kv) => {
        for (const one of settled) {
            const { status, code } = answered.get(one.id);
            if (status === 'rejected') {
                aside.put({ ...one, code });
            }
            outbox.delete(one.id);
        }
        // Pages made before this know nothing of it: they are laid over with what was taken since.
        const key = `done ${person()}`;
        const found = kv.get(key);
        found.onsuccess = () => kv.put({ key, value: [...(found.result?.value ?? []), ...taken].slice(-MOST_DONE) });
    });
    news ||= taken.length > 0;
}

/** @returns {Promise<string>} this phone's own name, made once */
async function device() {
    const known = await read('kv', (kv) => kv.get('device'));
    const made = known ?? { key: 'device', value: uuid() };
    if (!known) {
        await write(['kv'], (kv) => kv.put(made));
    }
    return made.value;
}

/** One tab sends at a time. @param {() => Promise<void>} work */
async function alone(work) {
    if (navigator.locks) {
        return navigator.locks.request('tianbo-outbox', work);
    }
    // Browsers without locks: a claim that runs out by itself should the tab be closed. Sending twice would do no harm.
    if (await claim()) {
        try {
            await work();
        } finally {
            await write(['kv'], (kv) => kv.delete('outbox-claim'));
        }
    }
}

/** @returns {Promise<boolean>} */
async function claim() {
    let mine = false;
    await write(['kv'], (kv) => {
        const found = kv.get('outbox-claim');
        found.onsuccess = () => {
            mine = !(found.result?.until > Date.now());
            if (mine) {
                kv.put({ key: 'outbox-claim', until: Date.now() + CLAIM });
            }
        };
    });
    return mine;
}

function later() {
    clearTimeout(retry);
    retry = setTimeout(flush, wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT);
}

/** Whoever shows where the work stands listens for `tianbo:outbox`. */
export async function tell() {
    const aside = await refused();
    const clock = aside.filter(({ code }) => code === CLOCK_WRONG).length;
    const detail = { waiting: await pending(), refused: aside.length - clock, clock };
    document.dispatchEvent(new CustomEvent('tianbo:outbox', { detail }));
}
