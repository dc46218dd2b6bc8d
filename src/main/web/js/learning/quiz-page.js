/** A quiz: one question at a time, with or without network; all answers are sent at the end and marked by the server. */

import { person } from '#app/browser.js';
import { dataOf, find, findAll } from '../app/dom.js';
import { remember, remembered } from '#app/settings.js';
import { accepted } from './accepted.js';
import { Quiz, carriedOver, retake } from './quiz.js';
import { chosen, prepare, restore, wordsOf } from './quiz-inputs.js';
import { drawn, seedOf, shuffled } from './quiz-order.js';
import { sendInstead } from './send-instead.js';
import { helpedOrNot } from '../app/helping.js';
import { recordInRoom } from '../videos/record-in-room.js';

/** A tap sooner after a question appeared is a double tap: nobody has read it by then. */
const DOUBLE_TAP_MS = 800;

export function startQuiz() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-quiz]'));
    if (form) {
        new QuizPage(form).start();
    }
}

class QuizPage {
    #form;
    #lesson;
    #button;
    #before;
    #progress;
    #round;
    #items;
    /** @type {[string, number][]} */
    #words;
    #renewed;
    #quiz;
    #placeKey;
    #triedAt;
    /** When the question appeared. */
    #shownAt = 0;

    /** @param {HTMLFormElement} form */
    constructor(form) {
        const { version } = form.dataset;
        this.#form = form;
        this.#lesson = dataOf(form, 'lesson');
        this.#button = /** @type {HTMLButtonElement} */ (find('.thumb button', form));
        this.#before = /** @type {HTMLButtonElement} */ (find('[data-do="before"]', form));
        this.#progress = /** @type {HTMLProgressElement} */ (find('progress', form));
        this.#placeKey = `quiz:${person()}:${this.#lesson}`;
        const stored = JSON.parse(remembered(this.#placeKey) ?? '{}');
        // Without network the page does not know of the tries since it was stored, but the phone does.
        this.#round = Math.max(Number(form.dataset.round), stored.round ?? 0);
        this.#triedAt = stored.at;
        if (stored.record && this.#round === stored.round) {
            this.#leadToMarked(stored.record);
        }
        this.#items = this.#ask();
        this.#words = this.#items.map((item) => [dataOf(item, 'item'), wordsOf(item)]);
        const half = stored.answers && stored.round === this.#round ? stored : null;
        this.#renewed = half && half.version !== version ? carriedOver(half, this.#words) : null;
        this.#quiz = new Quiz(this.#words.map(([id]) => id), this.#renewed?.place ?? half);
    }

    /** Lays out the questions of this round, in their order. @returns {HTMLElement[]} */
    #ask() {
        const asked = findAll('[data-item]', this.#form);
        if (this.#round !== Number(this.#form.dataset.round)) {
            const spare = /** @type {HTMLTemplateElement} */ (find('template[data-pool]', this.#form));
            const pool = new Map([...asked, ...findAll('[data-item]', /** @type {any} */ (spare.content))]
                .map((item) => [dataOf(item, 'item'), item]));
            const seed = seedOf(person(), this.#lesson);
            const anew = drawn([...pool.keys()], asked.length, seed, this.#round);
            asked.forEach((item) => item.remove());
            spare.before(...anew.map((id) => shuffle(/** @type {HTMLElement} */ (pool.get(id)), seed, this.#round)));
            /** @type {HTMLInputElement} */ (find('[name="round"]', this.#form)).value = String(this.#round);
        }
        return findAll('[data-item]', this.#form);
    }

    /** Continues where the person was before. */
    start() {
        if (!this.#isOpen()) {
            return;
        }
        this.#progress.hidden = false;
        for (const item of this.#items) {
            prepare(item);
            restore(item, this.#quiz.answers[dataOf(item, 'item')] ?? []);
        }
        this.#show();
        this.#sayRenewed();
        this.#before.addEventListener('click', () => {
            this.#quiz.goBack();
            this.#turn();
        });
        this.#form.addEventListener('submit', (event) => {
            event.preventDefault();
            this.#goOn();
        });
    }

    /** By the county's rule, as far as this phone knows of tries; says so where the quiz is not open yet. */
    #isOpen() {
        const { waitHours, mostTries } = this.#form.dataset;
        const { usedUp, hours } = retake({ wait: Number(waitHours), most: Number(mostTries) }, this.#round, this.#triedAt, Date.now());
        if (usedUp || hours) {
            [...this.#items, this.#button].forEach((part) => (part.hidden = true));
            find('[data-not-yet]', this.#form).hidden = false;
            find('[data-used-up]', this.#form).hidden = !usedUp;
            const left = find('[data-left]', this.#form);
            left.textContent = usedUp ? '' : dataOf(left, 'left').replace('#', String(hours));
            find('[data-after]', this.#form).hidden = false;
        }
        return !usedUp && !hours;
    }

    /** A lesson that was renewed under a half-done quiz: which answers are still there. */
    #sayRenewed() {
        const { kept, lost } = this.#renewed ?? { kept: [], lost: 0 };
        const words = find('[data-renewed]', this.#form);
        words.textContent = dataOf(words, 'renewed').replace('#', kept.join(', ') || '–');
        words.hidden = kept.length + lost === 0;
    }

    #show() {
        const { at, isLast } = this.#quiz;
        this.#items.forEach((item, number) => {
            item.hidden = number !== at;
        });
        this.#progress.value = at;
        this.#before.hidden = at === 0;
        this.#button.textContent = dataOf(this.#form, isLast ? 'handIn' : 'choose');
        find('[data-choose-first]', this.#form).hidden = true;
        this.#shownAt = performance.now();
        this.#storePlace();
        scrollTo(0, 0);
    }

    /** To another question: it is read aloud from its beginning, by whatever reads aloud. */
    #turn() {
        find('[data-renewed]', this.#form).hidden = true;
        /** @type {HTMLElement | null} */ (document.querySelector('[data-speak][aria-pressed="true"]'))?.click();
        this.#show();
        const heading = find('h2', this.#items[this.#quiz.at]);
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
    }

    #storePlace() {
        const { version } = this.#form.dataset;
        const words = Object.fromEntries(this.#words);
        remember(this.#placeKey, JSON.stringify({ ...this.#quiz.place, words, version, round: this.#round }));
    }

    /** Keeps this answer, and goes to the next question or hands all in. */
    #goOn() {
        const looked = performance.now() - this.#shownAt;
        const answered = chosen(this.#items[this.#quiz.at]);
        if (answered.length === 0 && looked < DOUBLE_TAP_MS && this.#quiz.at > 0) {
            return;
        }
        if (!this.#quiz.answer(answered, looked / 1000)) {
            find('[data-choose-first]', this.#form).hidden = false;
        } else if (this.#quiz.isLast) {
            this.#storePlace();
            this.#handIn();
        } else {
            this.#quiz.goOn();
            this.#turn();
        }
    }

    async #handIn() {
        const form = this.#form;
        const { answers, seconds } = this.#quiz;
        const data = { lesson: this.#lesson, version: form.dataset.version, round: this.#round, answers, seconds };
        this.#button.disabled = true;
        let id = '';
        try {
            id = await recordInRoom('quiz.submitted', data, { about: document.title.split(' · ')[0], ...helpedOrNot() });
        } catch (fault) {
            console.warn('this phone stores nothing:', fault);
            sendInstead(form);
            return;
        }
        remember(this.#placeKey, JSON.stringify({ round: this.#round + 1, at: Date.now(), record: id }));
        this.#items[this.#quiz.at].hidden = true;
        this.#progress.value = this.#progress.max;
        this.#button.hidden = true;
        this.#before.hidden = true;
        find('[data-full]', form).hidden = true;
        find('[data-results]', form).hidden = false;
        find('[data-after]', form).hidden = false;
        find('[data-results] h1', form).focus();
        scrollTo(0, 0);
        this.#leadToMarked(id);
        await accepted(id);
        location.replace(`${dataOf(form, 'marked')}/${id}`);
    }

    /** Each try is marked at an address of its own: what is stored of an earlier one is never taken for it. @param {string} id */
    #leadToMarked(id) {
        const links = /** @type {HTMLAnchorElement[]} */ (findAll('a[data-marked]', this.#form));
        links.forEach((link) => (link.href = `${dataOf(this.#form, 'marked')}/${id}`));
    }
}

/** @param {HTMLElement} item @param {string} seed @param {number} round @returns {HTMLElement} */
function shuffle(item, seed, round) {
    const id = dataOf(item, 'item');
    const kind = dataOf(item, 'kind');
    if (kind !== 'truth' && kind !== 'spot') {
        const lines = findAll('[data-letter]', item);
        const byLetter = new Map(lines.map((line) => [dataOf(line, 'letter'), line]));
        item.append(...shuffled([...byLetter.keys()], seed, round, id).map((letter) => /** @type {HTMLElement} */ (byLetter.get(letter))));
    }
    for (const select of kind === 'match' ? /** @type {HTMLSelectElement[]} */ (findAll('select', item)) : []) {
        const byDigit = new Map([...select.options].map((option) => [option.value, option]));
        byDigit.delete('');
        const digits = shuffled([...byDigit.keys()], seed, round, id);
        select.append(...digits.map((digit) => /** @type {HTMLOptionElement} */ (byDigit.get(digit))));
    }
    return item;
}
