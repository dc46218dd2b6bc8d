/** On the plan page: what is sold, and what is said of it. */

import { find, findAll, make } from '../../app/dom.js';

/** @typedef {import('../attempt/attempt.js').ProductFacts} ProductFacts */

const FACTS = /** @type {const} */ (['name', 'price', 'weight', 'origin']);

export class ProductsForm {
    #form;
    /** @type {HTMLElement[]} */
    #fields;

    /** @param {HTMLFormElement} form @param {ProductFacts[]} [before] what was typed last time */
    constructor(form, before) {
        this.#form = form;
        this.#fields = findAll('[data-product]', form);
        before?.forEach((facts, i) => this.#fields[i] && this.#fill(i, facts));
        for (const chip of findAll('[data-sold]', form)) {
            chip.addEventListener('click', () => {
                this.#fill(0, { name: chip.dataset.sold ?? '' });
                this.#input(0, 'name').dispatchEvent(new Event('change', { bubbles: true }));
            });
        }
    }

    /** Shows as many products as the run of show speaks of. @param {string[]} steps its refs */
    show(steps) {
        this.#fields.forEach((field, i) => {
            const mentioned = i === 0 || steps.some((ref) => ref.startsWith(['', 'second-', 'third-'][i]));
            field.hidden = !mentioned;
        });
    }

    /** All that was typed, also of products that this run of show does not speak of. @returns {ProductFacts[]} */
    get typed() {
        return this.#fields.map((_, i) => this.#facts(i));
    }

    /** Those with a name, of the products that are shown. @returns {ProductFacts[]} */
    get facts() {
        return this.typed.filter(({ name }, i) => name && !this.#fields[i].hidden);
    }

    /** @param {number} i @returns {any} without what was left empty */
    #facts(i) {
        const typed = FACTS.map((fact) => [fact, this.#input(i, fact).value.trim()]);
        return Object.fromEntries(typed.filter(([fact, value]) => fact === 'name' || value));
    }

    /** @param {number} i @param {ProductFacts} facts */
    #fill(i, facts) {
        FACTS.forEach((fact) => {
            this.#input(i, fact).value = facts[fact] ?? '';
        });
    }

    /** @param {number} i @param {string} fact @returns {HTMLInputElement} */
    #input(i, fact) {
        const number = i === 0 ? '' : String(i + 1);
        return find(`[name="${fact === 'name' ? 'product' : fact}${number}"]`, this.#form);
    }
}

/**
 * What should be looked at in a text, under the field it is typed into.
 *
 * @param {HTMLElement} note
 * @param {string} text
 * @param {import('./word-checker.js').Flag[]} flags
 * @param {(flag: {words: string, why: string, better: string}) => string} sentence
 */
export function showFlags(note, text, flags, sentence) {
    note.hidden = flags.length === 0;
    note.replaceChildren(...flags.slice(0, 3).map(({ from, to, why, better }) =>
        make('span', { className: 'flag', textContent: sentence({ words: text.slice(from, to), why, better }) })));
}
