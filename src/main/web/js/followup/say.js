/** How it goes, in one of three faces and a sentence: safe on this phone first, so that it can be said in a field. */

import { find, findAll, message, setText } from '../app/dom.js';
import { sendForm } from '../app/send-form.js';

const TYPE = 'say.said';

/**
 * @param {object} ports
 * @param {import('../app/outbox.js').Outbox['record']} ports.record
 * @param {Pick<import('../app/outbox.js').Outbox, 'waiting' | 'refused'>} ports.outbox
 */
export function startSay({ record, outbox }) {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-say]'));
    if (!form) {
        return;
    }
    const says = find('[data-says]');

    /** @param {'kept' | 'thanks' | 'refused'} name */
    const done = (name) => {
        form.hidden = true;
        findAll('[data-done]').forEach((part) => {
            part.hidden = false;
        });
        setText(says, message(name));
    };

    /** @param {string} id */
    const settle = async (id) => {
        if ((await outbox.refused()).some((one) => one.id === id)) {
            done('refused');
        } else {
            done((await outbox.waiting()).some((one) => one.id === id) ? 'kept' : 'thanks');
        }
    };

    const answer = () => answerOf(new FormData(form));

    // A page that was kept for no network still asks what is answered on this phone.
    outbox.waiting().then((all) => {
        const { cohort, round } = answer();
        if (all.some(({ type, data }) => type === TYPE && data.cohort === cohort && data.round === round)) {
            done('kept');
        }
    });

    form.addEventListener('submit', async (event) => {
        event.preventDefault();
        const data = answer();
        if (!data.face) {
            const fault = find('[data-fault]', form);
            fault.hidden = false;
            setText(fault, message('choose'));
            return;
        }
        let id = '';
        try {
            id = await record(TYPE, data, { id: String(new FormData(form).get('id')) });
        } catch (fault) {
            console.warn('this phone stores nothing:', fault);
            // By its id the server takes it once, however often it comes.
            sendForm(form);
            return;
        }
        document.addEventListener('tianbo:outbox', () => settle(id));
        await settle(id);
        says.focus();
    });
}

/**
 * What the form says.
 *
 * @param {FormData} form
 * @returns {{cohort: string, round: number, face: string, words: string}}
 */
export function answerOf(form) {
    const text = (/** @type {string} */ name) => String(form.get(name) ?? '').trim();
    return { cohort: text('cohort'), round: Number(text('round')), face: text('face'), words: text('words') };
}
