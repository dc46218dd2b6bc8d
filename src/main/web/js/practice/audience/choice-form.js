/** On the plan page: the choice of an audience. */

import { find, findAll, setText } from '../../app/dom.js';
import { remember, remembered } from '#app/settings.js';
import { fitting, goodsOf } from './choice.js';

/** @typedef {import('./scenario.js').Scenario} Scenario */

const LAST = 'tianbo.viewers';

/** The fields that decide which audiences fit. */
const DECIDING = ['viewers', 'format', 'product'];

export class ChoiceForm {
    #form;
    #scripts;
    /** @type {Scenario[]} none until they are here */
    #scenarios = [];
    #goods;

    /**
     * @param {HTMLFormElement} form
     * @param {boolean} practised whether this person has recorded before: the first attempt is gentle
     */
    constructor(form, practised) {
        this.#form = form;
        this.#scripts = /** @type {HTMLSelectElement} */ (find('[name="script"]', form));
        this.#goods = findAll('template[data-goods]').map((one) =>
            ({ goods: one.dataset.goods ?? '', words: textOf(one).toLowerCase().split(/\s*[,，、]\s*/) }));
        for (const choice of findAll('[data-practised]', form)) {
            choice.hidden = !practised;
        }
        const last = practised ? remembered(LAST) : null;
        const again = form.querySelector(`[name="viewers"][value="${last}"]`);
        Object.assign(again ?? {}, { checked: true });
        form.addEventListener('change', ({ target }) => {
            if (DECIDING.includes(/** @type {HTMLInputElement} */ (target).name)) {
                this.#showFitting();
            }
        });
        this.#scripts.addEventListener('change', () => this.#describe());
        this.#showFitting();
    }

    /** @param {Scenario[]} scenarios */
    arrived(scenarios) {
        this.#scenarios = scenarios;
        this.#showFitting();
    }

    /** @returns {Omit<import('./record.js').Audience, 'asked'> | undefined} undefined for an attempt without viewers */
    get chosen() {
        const intensity = this.#intensity;
        remember(LAST, intensity);
        const scenario = this.#scenarios.find(({ slug }) => slug === this.#scripts.value);
        return intensity === 'none' || !scenario ? undefined : { scenario, intensity };
    }

    get #intensity() {
        const { value } = /** @type {HTMLInputElement} */ (find('[name="viewers"]:checked', this.#form));
        return /** @type {import('./engine.js').Intensity | 'none'} */ (value);
    }

    #showFitting() {
        const intensity = this.#intensity;
        const format = /** @type {HTMLInputElement} */ (find('[name="format"]:checked', this.#form));
        const product = /** @type {HTMLInputElement} */ (find('[name="product"]', this.#form)).value;
        const offered = intensity === 'none' ? [] : fitting(this.#scenarios, {
            format: format.value,
            steps: (format.dataset.steps ?? '').split(' '),
            goods: goodsOf(product, this.#goods),
            intensity,
        });
        setText(find('[data-chosen]', this.#form), this.#form.querySelector('[name="viewers"]:checked + .what > b')?.textContent ?? '');
        this.#scripts.replaceChildren(...offered.map(({ slug, title }) => new Option(title, slug)));
        find('[data-scripts]', this.#form).hidden = offered.length === 0;
        this.#describe();
    }

    #describe() {
        const scenario = this.#scenarios.find(({ slug }) => slug === this.#scripts.value);
        setText(find('[data-summary]', this.#form), scenario?.summary ?? '');
    }
}

/** @param {HTMLElement} template */
function textOf(template) {
    return /** @type {HTMLTemplateElement} */ (template).content.textContent?.trim() ?? '';
}
