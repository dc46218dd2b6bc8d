/** A question inside a video, over everything else: it is answered or passed over, and the video goes on. */

import { dataOf, find, make, message } from '../app/dom.js';
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

    /** The region itself is always there: only what appears in it is read out. @param {boolean} is */
    const tellKept = (is) => {
        const kept = is ? [make('p', { className: 'notice', textContent: message('answer-kept') })] : [];
        find('[data-kept]', dialog).replaceChildren(...kept);
    };

    /** @param {string} item @param {string[]} answer */
    const store = (item, answer) => {
        const { lesson, version, video } = figure.dataset;
        return record('video.answered', { lesson, version, video, item, answer }, { about });
    };

    /** @param {string} id @returns {Promise<Element | null>} nothing where the server cannot be asked */
    const marked = async (id) => {
        try {
            await accepted(id);
            return await markedIn(/** @type {HTMLAnchorElement} */ (find('a[data-my-answers]', figure)).href, id);
        } catch (fault) {
            console.warn('marked later:', fault);
            return null;
        }
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
        show({ 'choose-first': false, lost: false, answer: false, skip: false, 'go-on': true });
        find('[data-go-on]', dialog).focus();
        let id;
        try {
            id = await store(one.item, letters);
        } catch (fault) {
            console.warn('not stored:', fault);
            one.answered = false;
            if (one === shown) {
                question.inert = false;
                show({ lost: true, answer: true });
            }
            return undefined;
        }
        memory.ask(one.item, 'answered');
        if (one === shown) {
            tellKept(true);
        }
        const part = await marked(id);
        if (part && one === shown) {
            slot.replaceChildren(part);
            tellKept(false);
            focusOn(find('h2', slot));
        }
        return undefined;
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
            tellKept(false);
            show({ 'choose-first': false, lost: false, answer: true, skip: true, 'go-on': false });
            dialog.showModal();
            focusOn(find('h2', slot));
            await new Promise((closed) => dialog.addEventListener('close', closed, { once: true }));
            shown = { item: '', answered: false };
            if (!one.answered) {
                try {
                    await store(item, []);
                    memory.ask(item, 'skipped');
                } catch (fault) {
                    console.warn('not stored:', fault);
                }
            }
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
