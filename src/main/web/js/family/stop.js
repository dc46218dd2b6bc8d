/** Whoever stops helping has sent first what waits. What cannot be sent is said: a phone of the helper's own will forget it. */

import { http } from '#app/browser.js';
import { clock } from '../app/clock.js';
import { exclusively } from '../app/exclusively.js';
import { helping } from '../app/helping.js';
import { createOutbox } from '../app/outbox.js';
import { outboxStore } from '../app/outbox-store.js';
import { unsentOf } from './forget.js';
import { nameHelper } from './name-helper.js';

/** Nobody waits longer for a network that does not answer. */
const PATIENCE_MS = 20_000;

/**
 * @param {object} ports
 * @param {() => Promise<number>} ports.unsent
 * @param {() => Promise<unknown>} ports.send
 * @param {(count: number) => void} ports.sending says that so many are being sent
 * @param {(count: number) => void} ports.warn
 * @param {() => unknown} ports.stop
 * @param {boolean} [ports.keeps] whether the phone keeps what was not sent, and sends it later
 * @returns {() => Promise<void>} what a press does
 */
export function createStop({ unsent, send, sending, warn, stop, keeps = false }) {
    let warned = 0;
    /** @type {Promise<void> | undefined} */
    let pressed;
    const count = () => unsent().catch(() => 0);
    const press = async () => {
        let left = await count();
        if (left > warned) {
            sending(left);
            await send().catch(console.warn);
            left = await count();
        }
        if (left > warned && !keeps) {
            warned = left;
            warn(left);
        } else {
            await stop();
        }
    };
    // Whoever presses again while it is being sent has pressed once.
    return () => (pressed ??= press().finally(() => (pressed = undefined)));
}

/** On a page of somebody who helps. */
export function askBeforeStopping() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-stop]'));
    if (!form) {
        return;
    }
    const person = form.dataset.stop ?? '';
    const keeps = 'keeps' in form.dataset;
    const nothing = () => {};
    const outbox = createOutbox({
        person, store: outboxStore, api: http, clock, exclusively, onStatus: nothing, onSent: nothing });
    /** @param {string} name @param {number} count nothing is said of none */
    const say = (name, count) => {
        const words = document.querySelector(`[data-${name}]`);
        if (words instanceof HTMLElement) {
            words.textContent = (words.dataset[name] ?? '').replace('#', String(count));
            words.hidden = count === 0;
        }
    };
    const press = createStop({
        unsent: () => unsentOf(person),
        send: () => Promise.race([outbox.flush(), new Promise((resolve) => clock.after(PATIENCE_MS, () => resolve(undefined)))]),
        sending: (count) => {
            say('unsent', 0);
            say('sending', count);
        },
        warn: (count) => {
            say('sending', 0);
            say('unsent', count);
        },
        stop: async () => {
            const help = helping();
            if (keeps && help) {
                await nameHelper(person, help).catch(console.warn);
            }
            form.submit();
        },
        keeps,
    });
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        press();
    });
}
