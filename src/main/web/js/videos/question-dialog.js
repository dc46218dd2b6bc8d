/** A question inside a video, over everything else: it is answered or passed over, and the video goes on. */

import { dataOf, find } from '../app/dom.js';
import { chosen, prepare } from '../learning/quiz-inputs.js';

/**
 * @typedef {object} Ports
 * @property {(type: string, data: import('#app/outbox.js').SyncData, more?: {about?: string}) => Promise<string>} record
 * @property {(id: string) => Promise<unknown>} accepted ends once the server has this record
 * @property {(address: string, id: string) => Promise<Element | null>} markedIn
 * @property {Pick<import('./memory.js').Memory, 'ask'>} memory
 */

/** @param {HTMLElement} figure @param {Ports} ports */
export function createQuestionDialog(figure, { record, accepted, markedIn, memory }) {
    const dialog = /** @type {HTMLDialogElement} */ (find('dialog[data-asked]', figure));
    const slot = find('[data-slot]', dialog);
    const about = document.title.split(' · ')[0];
    /** The question that is shown, and whether it was answered. */
    let shown = { item: '', answered: false };

    /** @param {Record<string, boolean>} parts by data attribute, whether each is shown */
    const show = (parts) => Object.entries(parts).forEach(([part, is]) => {
        find(`[data-${part}]`, dialog).hidden = !is;
    });

    /** @param {string[]} answer */
    const store = (answer) => {
        const { lesson, version, video } = figure.dataset;
        return record('video.answered', { lesson, version, video, item: shown.item, answer }, { about });
    };

    const answer = async () => {
        const question = find('[data-item]', slot);
        const letters = chosen(question);
        if (letters.length === 0) {
            return show({ 'choose-first': true });
        }
        const one = shown;
        one.answered = true;
        question.inert = true;
        memory.ask(one.item, 'answered');
        show({ 'choose-first': false, answer: false, skip: false, 'go-on': true });
        try {
            const id = await store(letters);
            show({ kept: true });
            await accepted(id);
            const marked = await markedIn(/** @type {HTMLAnchorElement} */ (find('a[data-my-answers]', figure)).href, id);
            if (marked && one === shown) {
                slot.replaceChildren(marked);
                show({ kept: false });
                focusOn(find('h2', slot));
            }
        } catch (fault) {
            console.warn('not stored:', fault);
            show({ lost: true });
        }
    };

    find('form', dialog).addEventListener('submit', (event) => {
        event.preventDefault();
        answer();
    });
    ['skip', 'go-on'].forEach((part) => find(`[data-${part}]`, dialog).addEventListener('click', () => dialog.close()));

    return {
        /** @param {string} item @returns {Promise<void>} ends when the video may go on */
        async ask(item) {
            const one = { item, answered: false };
            shown = one;
            const template = /** @type {HTMLTemplateElement} */ (find(`template[data-question="${item}"]`, figure));
            slot.replaceChildren(template.content.cloneNode(true));
            prepare(find('[data-item]', slot));
            show({ 'choose-first': false, kept: false, lost: false, answer: true, skip: true, 'go-on': false });
            dialog.showModal();
            focusOn(find('h2', slot));
            await new Promise((closed) => dialog.addEventListener('close', closed, { once: true }));
            if (!one.answered) {
                memory.ask(item, 'skipped');
                store([]).catch((fault) => console.warn('not stored:', fault));
            }
            shown = { item: '', answered: false };
        },
    };
}

/** @param {HTMLElement} heading */
function focusOn(heading) {
    heading.tabIndex = -1;
    heading.focus();
}

/**
 * How an answer was marked, as the page of the person's answers shows it.
 *
 * @param {string} address of that page
 * @param {string} id of the record
 */
export async function markedIn(address, id) {
    const response = await fetch(address, { headers: { 'X-Requested-With': 'JavaScript' }, cache: 'no-store' });
    const page = new DOMParser().parseFromString(response.ok ? await response.text() : '', 'text/html');
    return page.querySelector(`[data-record="${id}"]`);
}

/** The questions of a page's video. @param {HTMLElement} figure @returns {import('./questions.js').Question[]} */
export function questionsOf(figure) {
    const templates = /** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll('template[data-question]'));
    return [...templates].map((one) => ({ item: dataOf(one, 'question'), second: Number(dataOf(one, 'second')) }));
}
