/** "I am here": the scan is safe on this phone first. Also where the page of the code could not be fetched. */

import { find, findAll, message, setText } from '../app/dom.js';

/** What the trainer's code opens. */
const SCANNED = /^\/attend\/([0-9a-f-]{36})\/([0-9a-z]{1,8}-[\w-]{12})$/;
/** After so long the phone says that it keeps the scan. */
const PATIENCE_MS = 3_000;

/**
 * @param {object} ports
 * @param {import('../app/outbox.js').Outbox['record']} ports.record
 * @param {Pick<import('../app/outbox.js').Outbox, 'waiting' | 'refused'>} ports.outbox
 */
export function startTap({ record, outbox }) {
    const [, session, code] = SCANNED.exec(location.pathname) ?? [];
    const tap = /** @type {HTMLElement | null} */ (document.querySelector('[data-tap]'));
    if (!session || !tap) {
        return;
    }
    // The person's own page, shown by the service worker in place of the code's.
    findAll('[data-scanned]').forEach((part) => {
        part.hidden = false;
    });
    findAll('[data-own]').forEach((part) => {
        part.hidden = true;
    });
    tap.hidden = false;
    const says = find('[data-says]');
    const say = (/** @type {string} */ name) => {
        says.hidden = false;
        setText(says, message(name));
    };

    /** @param {string} id */
    const settle = async (id) => {
        if ((await outbox.refused()).some((one) => one.id === id)) {
            say('refused');
        } else if (!(await outbox.waiting()).some((one) => one.id === id)) {
            location.replace('/attend');
        }
    };

    find('button', tap).addEventListener('click', async (event) => {
        event.preventDefault();
        tap.hidden = true;
        say('saving');
        let id = '';
        try {
            id = await record('attendance.scanned', { session, code });
        } catch (fault) {
            console.warn('this phone stores nothing:', fault);
            say('not-kept');
            tap.hidden = false;
            return;
        }
        document.addEventListener('tianbo:outbox', () => settle(id));
        setTimeout(() => says.textContent === message('saving') && say('saved'), PATIENCE_MS);
        settle(id);
    });
}
