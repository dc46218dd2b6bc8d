/** The list of calls: what came of each is safe on this phone first, and goes up when there is a network. */

import { dataOf, find, findAll, message, setText } from '../app/dom.js';
import { sendForm } from '../app/send-form.js';
import { leftOf, madeCalls } from './made-calls.js';

/**
 * @typedef {import('./made-calls.js').Call} Call
 *
 * @typedef {object} Ports
 * @property {import('../app/outbox.js').Outbox['record']} record
 * @property {Pick<import('../app/outbox.js').Outbox, 'waiting' | 'refused'>} outbox
 */

const TYPE = 'call.made';

/** @param {Ports} ports */
export function startSheet({ record, outbox }) {
    const rows = findAll('[data-trainee]');
    const left = find('[data-left]');
    const words = left.textContent ?? '';
    /** @type {Map<string, string>} what was recorded on this page, in words */
    const recorded = new Map();
    /** @type {Set<string>} whose call this phone is storing */
    const storing = new Set();

    const show = async () => {
        const [waiting, refused] = await Promise.all([outbox.waiting(), outbox.refused()]);
        const made = madeCalls(waiting, TYPE);
        const notTaken = madeCalls(refused, TYPE);
        for (const { trainee, outcome } of made) {
            recorded.set(trainee, recorded.get(trainee) ?? wordsOf(outcome));
        }
        rows.forEach((row) => {
            row.hidden = recorded.has(dataOf(row, 'trainee'));
        });
        const open = leftOf(rows.map((row) => dataOf(row, 'trainee')), recorded);
        setText(left, words.replace(/\d+/, String(open)));
        find('[data-empty]').hidden = open > 0;
        tell('[data-unsent]', made.length && message('unsent', { count: made.length }));
        tell('[data-refused]', notTaken.length && message('refused', { count: notTaken.length }));
        showRecorded(rows, recorded);
    };

    /** @param {HTMLElement} row @param {HTMLFormElement} form @param {HTMLElement} button */
    const tap = async (row, form, button) => {
        const outcome = button.getAttribute('value') ?? '';
        const trainee = dataOf(row, 'trainee');
        if (recorded.has(trainee) || storing.has(trainee)) {
            return; // tapped twice
        }
        storing.add(trainee);
        const typed = new FormData(form);
        const again = outcome === 'comes-back' ? { again: typed.get('again') } : {};
        const data = { cohort: dataOf(row, 'cohort'), trainee, outcome, note: typed.get('note'), ...again };
        try {
            await record(TYPE, data, { about: dataOf(row, 'name') });
            // Not before: whoever sees it done may leave at once.
            recorded.set(trainee, dataOf(button, 'words'));
        } catch (fault) {
            sendForm(form, button);
            throw fault;
        } finally {
            storing.delete(trainee);
        }
        await show();
    };

    for (const row of rows) {
        row.addEventListener('submit', (event) => {
            event.preventDefault();
            const { submitter, target } = /** @type {SubmitEvent} */ (event);
            const [form, button] = /** @type {[HTMLFormElement, HTMLElement]} */ ([target, submitter]);
            tap(row, form, button).catch((fault) => console.warn('not recorded:', fault));
        });
    }
    document.addEventListener('tianbo:outbox', show);
    show();
}

/** @param {string} outcome */
function wordsOf(outcome) {
    const button = /** @type {HTMLElement | null} */ (document.querySelector(`button[value="${outcome}"]`));
    return button ? dataOf(button, 'words') : outcome;
}

/** @param {HTMLElement[]} rows @param {Map<string, string>} recorded */
function showRecorded(rows, recorded) {
    const lines = rows.filter((row) => recorded.has(dataOf(row, 'trainee'))).map((row) =>
        Object.assign(document.createElement('li'), {
            textContent: message('recorded', {
                name: dataOf(row, 'name'),
                outcome: recorded.get(dataOf(row, 'trainee')) ?? '',
            }),
        }));
    find('.recorded').replaceChildren(...lines);
    find('[data-done]').hidden = lines.length === 0;
}

/** @param {string} selector @param {string | 0} words */
function tell(selector, words) {
    const box = find(selector);
    box.hidden = !words;
    setText(box, words || '');
}
