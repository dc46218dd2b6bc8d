/** A quiz: one question at a time, each explained once it is answered; all answers are sent at the end. */

import { person } from '#app/browser.js';
import { dataOf, find, findAll } from '../app/dom.js';
import { record } from '#app/sync.js';
import { Quiz } from './quiz.js';

/** A tap sooner after the explanation appeared is a double tap: nobody has read it by then. */
const DOUBLE_TAP_MS = 800;

export function startQuiz() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-quiz]'));
    if (form) {
        new QuizPage(form).start();
    }
}

class QuizPage {
    #form;
    #button;
    #progress;
    #items;
    #quiz;
    #placeKey;
    /** When the last answer was explained, and when the button was last touched. */
    #explainedAt = -Infinity;
    #tappedAt = -Infinity;

    /** @param {HTMLFormElement} form */
    constructor(form) {
        const { lesson, version, pass } = form.dataset;
        this.#form = form;
        this.#button = /** @type {HTMLButtonElement} */ (find('button', form));
        this.#progress = /** @type {HTMLProgressElement} */ (find('progress', form));
        this.#items = /** @type {HTMLFieldSetElement[]} */ (findAll('[data-item]'));
        this.#placeKey = `quiz:${person()}:${lesson}:${version}`;
        const questions = this.#items.map(({ dataset }) => ({ id: dataset.item ?? '', expected: (dataset.answers ?? '').split(' ') }));
        this.#quiz = new Quiz(questions, Number(pass), JSON.parse(sessionStorage.getItem(this.#placeKey) ?? 'null'));
    }

    /** Continues where the person was before a reload; answered questions stay answered and explained. */
    start() {
        this.#progress.hidden = false;
        for (const item of this.#items) {
            const chosen = this.#quiz.answers[dataOf(item, 'item')];
            inputsOf(item).forEach((input) => (input.checked = Boolean(chosen?.includes(input.value))));
            if (chosen) {
                this.#reveal(item);
            }
        }
        this.#show();
        if (this.#quiz.isAnswered) {
            this.#offerNext();
        }
        this.#button.addEventListener('pointerdown', () => (this.#tappedAt = performance.now()));
        this.#form.addEventListener('submit', (event) => {
            event.preventDefault();
            this.#goOn();
        });
    }

    /** What the button does next: mark this answer, go to the next question, or to the result. */
    #goOn() {
        if (this.#tappedAt > this.#explainedAt && this.#tappedAt - this.#explainedAt < DOUBLE_TAP_MS) {
            return;
        }
        if (!this.#quiz.isAnswered) {
            this.#mark();
        } else if (this.#quiz.isLast) {
            this.#finish();
        } else {
            this.#quiz.goOn();
            this.#storePlace();
            this.#show();
        }
    }

    #storePlace() {
        sessionStorage.setItem(this.#placeKey, JSON.stringify(this.#quiz.place));
    }

    #show() {
        this.#items.forEach((item, number) => {
            item.hidden = number !== this.#quiz.at;
        });
        this.#progress.value = this.#quiz.at;
        this.#button.textContent = dataOf(this.#form, 'choose');
        scrollTo(0, 0);
    }

    #mark() {
        const item = this.#items[this.#quiz.at];
        const chosen = inputsOf(item).filter(({ checked }) => checked).map(({ value }) => value);
        const answered = this.#quiz.answer(chosen);
        find('[data-choose-first]', this.#form).hidden = answered;
        if (answered) {
            this.#explainedAt = performance.now();
            this.#reveal(item);
            this.#storePlace();
            find('[data-why]', item).scrollIntoView({ block: 'nearest' });
            this.#offerNext();
        }
    }

    /** Shows which answers are right, and why. @param {HTMLFieldSetElement} item */
    #reveal(item) {
        const expected = dataOf(item, 'answers').split(' ');
        for (const input of inputsOf(item)) {
            input.disabled = true;
            input.parentElement?.classList.toggle('right', expected.includes(input.value));
            input.parentElement?.classList.toggle('wrong', input.checked && !expected.includes(input.value));
        }
        const right = this.#quiz.isRight(dataOf(item, 'item'));
        const why = find('[data-why]', item);
        why.classList.toggle('bad', !right);
        find(right ? '[data-right]' : '[data-wrong]', why).hidden = false;
        why.hidden = false;
    }

    #offerNext() {
        this.#progress.value = this.#quiz.at + 1;
        this.#button.textContent = dataOf(this.#form, this.#quiz.isLast ? 'result' : 'next');
    }

    async #finish() {
        const form = this.#form;
        const { lesson, version } = form.dataset;
        const { answers, isPassed: passed, right } = this.#quiz;
        this.#button.disabled = true;
        try {
            await record('quiz.submitted', { lesson, version, answers }, { about: document.title.split(' · ')[0], passed });
        } catch (fault) {
            console.warn('this phone stores nothing:', fault);
            inputsOf(form).forEach((input) => (input.disabled = false));
            form.submit();
            return;
        }
        sessionStorage.removeItem(this.#placeKey);
        this.#items[this.#quiz.at].hidden = true;
        this.#button.hidden = true;
        find('[data-results]', form).hidden = false;
        find('[data-after]', form).hidden = false;
        findAll(passed ? '[data-passed]' : '[data-failed]', form).forEach((part) => {
            part.hidden = false;
        });
        const count = find('[data-count]', form);
        count.textContent = dataOf(count, 'count').replace('#', String(right));
        scrollTo(0, 0);
    }
}

/** @param {HTMLElement} within @returns {HTMLInputElement[]} */
function inputsOf(within) {
    return findAll('input', within);
}
