/** On the plan page: the run of show, step by step, to be changed with the thumb. */

import { find, message, setText } from '../../app/dom.js';
import { minutes } from '../../app/format.js';
import { LONGEST_TITLE, LONGEST_WORDS } from './run-of-show.js';
import { showFlags } from './products-form.js';

/** @typedef {import('./run-of-show.js').RunOfShow} RunOfShow */

export class StepsForm {
    #root;
    #list;
    #onChange;
    /** @type {RunOfShow | undefined} */
    #show;
    /** @type {Record<string, string | undefined>} */
    #blanks = {};
    /** @type {import('./word-checker.js').WordChecker | undefined} */
    #checker;
    /** The step whose card is open. */
    #open = '';

    /** @param {HTMLElement} root @param {() => void} onChange */
    constructor(root, onChange) {
        this.#root = root;
        this.#list = find('[data-steps]', root);
        this.#onChange = onChange;
        const title = /** @type {HTMLInputElement} */ (find('[data-step-title]', root));
        title.maxLength = LONGEST_TITLE;
        find('[data-do="add-step"]', root).addEventListener('click', () => {
            this.#change((show) => show.add(title.value));
            title.value = '';
        });
        find('[data-do="undo"]', root).addEventListener('click', () => this.#change((show) => show.undo()));
        find('[data-do="reset"]', root).addEventListener('click', () => this.#change((show) => show.reset()));
    }

    /**
     * @param {RunOfShow | undefined} show nothing while there is none to change
     * @param {Record<string, string | undefined>} blanks
     * @param {import('./word-checker.js').WordChecker | undefined} checker
     */
    show(show, blanks, checker) {
        this.#show = show;
        this.#blanks = blanks;
        this.#checker = checker;
        this.#root.hidden = !show;
        this.#draw();
    }

    /** @param {(show: RunOfShow) => void} change */
    #change(change) {
        if (this.#show) {
            change(this.#show);
            this.#draw();
            this.#onChange();
        }
    }

    #draw() {
        const show = this.#show;
        if (!show) {
            return;
        }
        const lines = show.lines(this.#blanks);
        this.#list.replaceChildren(...show.steps.map((step, i) => this.#item(step, lines[i].say, i, show.steps.length)));
        setText(find('[data-total]', this.#root), message('total', { time: minutes(show.seconds * 1000), steps: show.steps.length }));
        find('[data-do="undo"]', this.#root).hidden = !show.canUndo;
        find('[data-do="reset"]', this.#root).hidden = !show.isChanged;
    }

    /** @param {import('./run-of-show.js').Step} step @param {string} say @param {number} i @param {number} of */
    #item(step, say, i, of) {
        const template = /** @type {HTMLTemplateElement} */ (find('template[data-step-item]', this.#root));
        const item = /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true));
        item.dataset.step = step.ref;
        setText(find('[data-title]', item), `${i + 1} · ${step.title}`);
        setText(find('[data-seconds]', item), minutes(step.seconds * 1000));
        const card = /** @type {HTMLDetailsElement} */ (find('details', item));
        card.open = this.#open === step.ref;
        card.addEventListener('toggle', () => {
            this.#open = card.open ? step.ref : this.#open === step.ref ? '' : this.#open;
        });
        const words = /** @type {HTMLTextAreaElement} */ (find('textarea', item));
        words.maxLength = LONGEST_WORDS;
        words.value = step.words;
        words.placeholder = say;
        words.setAttribute('aria-label', step.title);
        const flags = find('[data-words]', item);
        const check = () =>
            showFlags(flags, words.value, this.#checker?.flags(words.value) ?? [], (flag) => message('words', flag));
        check();
        words.addEventListener('input', check);
        words.addEventListener('change', () => {
            this.#show?.say(step.ref, words.value);
            find('[data-do="undo"]', this.#root).hidden = !this.#show?.canUndo;
            find('[data-do="reset"]', this.#root).hidden = !this.#show?.isChanged;
            this.#onChange();
        });
        /** @type {Record<string, (show: RunOfShow) => void>} */
        const acts = {
            shorter: (show) => show.stretch(step.ref, -1),
            longer: (show) => show.stretch(step.ref, 1),
            up: (show) => show.move(step.ref, -1),
            down: (show) => show.move(step.ref, 1),
            remove: (show) => show.remove(step.ref),
        };
        for (const [name, act] of Object.entries(acts)) {
            const button = /** @type {HTMLButtonElement} */ (find(`[data-do="${name}"]`, item));
            button.disabled = (name === 'up' && i === 0) || (name === 'down' && i === of - 1) || (name === 'remove' && of === 1);
            button.addEventListener('click', () => {
                this.#change(act);
                // The list was drawn anew: the same button is found again under the thumb, and by a screen reader.
                /** @type {HTMLElement | null} */ (this.#list.querySelector(`[data-step="${step.ref}"] [data-do="${name}"]`))?.focus();
            });
        }
        return item;
    }
}
