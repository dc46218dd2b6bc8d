/** A quiz: one question at a time, with or without network; all answers are sent at the end and marked by the server. */

import { person } from '#app/browser.js';
import { dataOf, find, findAll } from '../app/dom.js';
import { remember, remembered } from '#app/settings.js';
import { accepted } from './accepted.js';
import { carriedOver, createQuiz, retake } from './quiz.js';
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
        startPage(form);
    }
}

/** Continues where the person was before. @param {HTMLFormElement} form */
function startPage(form) {
    const { version, waitHours, mostTries } = form.dataset;
    const lesson = dataOf(form, 'lesson');
    const button = /** @type {HTMLButtonElement} */ (find('.thumb button', form));
    const before = /** @type {HTMLButtonElement} */ (find('[data-do="before"]', form));
    const progress = /** @type {HTMLProgressElement} */ (find('progress', form));
    const placeKey = `quiz:${person()}:${lesson}`;
    const stored = JSON.parse(remembered(placeKey) ?? '{}');
    // Without network the page does not know of the tries since it was stored, but the phone does.
    const round = Math.max(Number(form.dataset.round), stored.round ?? 0);
    /** When the question appeared. */
    let shownAt = 0;

    /** Each try is marked at an address of its own: what is stored of an earlier one is never taken for it. @param {string} id */
    const leadToMarked = (id) => {
        const links = /** @type {HTMLAnchorElement[]} */ (findAll('a[data-marked]', form));
        links.forEach((link) => (link.href = `${dataOf(form, 'marked')}/${id}`));
    };
    if (stored.record && round === stored.round) {
        leadToMarked(stored.record);
    }
    const items = askedIn(form, lesson, round);
    /** @type {[string, number][]} */
    const words = items.map((item) => [dataOf(item, 'item'), wordsOf(item)]);
    const half = stored.answers && stored.round === round ? stored : null;
    const renewed = half && half.version !== version ? carriedOver(half, words) : null;
    const quiz = createQuiz(words.map(([id]) => id), renewed?.place ?? half);

    /** By the county's rule, as far as this phone knows of tries; says so where the quiz is not open yet. */
    const isOpen = () => {
        const { usedUp, hours } = retake({ wait: Number(waitHours), most: Number(mostTries) }, round, stored.at, Date.now());
        if (usedUp || hours) {
            [...items, button].forEach((part) => (part.hidden = true));
            find('[data-not-yet]', form).hidden = false;
            find('[data-used-up]', form).hidden = !usedUp;
            const left = find('[data-left]', form);
            left.textContent = usedUp ? '' : dataOf(left, 'left').replace('#', String(hours));
            find('[data-after]', form).hidden = false;
        }
        return !usedUp && !hours;
    };

    /** A lesson that was renewed under a half-done quiz: which answers are still there. */
    const sayRenewed = () => {
        const { kept, lost } = renewed ?? { kept: [], lost: 0 };
        const says = find('[data-renewed]', form);
        says.textContent = dataOf(says, 'renewed').replace('#', kept.join(', ') || '–');
        says.hidden = kept.length + lost === 0;
    };

    const storePlace = () =>
        remember(placeKey, JSON.stringify({ ...quiz.place, words: Object.fromEntries(words), version, round }));

    const show = () => {
        const { at, isLast } = quiz;
        items.forEach((item, number) => {
            item.hidden = number !== at;
        });
        progress.value = at;
        before.hidden = at === 0;
        button.textContent = dataOf(form, isLast ? 'handIn' : 'choose');
        find('[data-choose-first]', form).hidden = true;
        shownAt = performance.now();
        storePlace();
        scrollTo(0, 0);
    };

    /** To another question: it is read aloud from its beginning, by whatever reads aloud. */
    const turn = () => {
        find('[data-renewed]', form).hidden = true;
        /** @type {HTMLElement | null} */ (document.querySelector('[data-speak][aria-pressed="true"]'))?.click();
        show();
        const heading = find('h2', items[quiz.at]);
        heading.tabIndex = -1;
        heading.focus({ preventScroll: true });
    };

    const handIn = async () => {
        const { answers, seconds } = quiz;
        button.disabled = true;
        let id = '';
        try {
            const about = document.title.split(' · ')[0];
            id = await recordInRoom('quiz.submitted', { lesson, version, round, answers, seconds }, { about, ...helpedOrNot() });
        } catch (fault) {
            console.warn('this phone stores nothing:', fault);
            sendInstead(form);
            return;
        }
        remember(placeKey, JSON.stringify({ round: round + 1, at: Date.now(), record: id }));
        items[quiz.at].hidden = true;
        progress.value = progress.max;
        button.hidden = true;
        before.hidden = true;
        find('[data-full]', form).hidden = true;
        find('[data-results]', form).hidden = false;
        find('[data-after]', form).hidden = false;
        find('[data-results] h1', form).focus();
        scrollTo(0, 0);
        leadToMarked(id);
        await accepted(id);
        location.replace(`${dataOf(form, 'marked')}/${id}`);
    };

    /** Keeps this answer, and goes to the next question or hands all in. */
    const goOn = () => {
        const looked = performance.now() - shownAt;
        const answered = chosen(items[quiz.at]);
        if (answered.length === 0 && looked < DOUBLE_TAP_MS && quiz.at > 0) {
            return;
        }
        if (!quiz.answer(answered, looked / 1000)) {
            find('[data-choose-first]', form).hidden = false;
        } else if (quiz.isLast) {
            storePlace();
            handIn();
        } else {
            quiz.goOn();
            turn();
        }
    };

    if (!isOpen()) {
        return;
    }
    progress.hidden = false;
    for (const item of items) {
        prepare(item);
        restore(item, quiz.answers[dataOf(item, 'item')] ?? []);
    }
    show();
    sayRenewed();
    before.addEventListener('click', () => {
        quiz.goBack();
        turn();
    });
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        goOn();
    });
}

/**
 * Lays out the questions of a round, in their order.
 *
 * @param {HTMLFormElement} form
 * @param {string} lesson
 * @param {number} round
 * @returns {HTMLElement[]}
 */
function askedIn(form, lesson, round) {
    const asked = findAll('[data-item]', form);
    if (round !== Number(form.dataset.round)) {
        const spare = /** @type {HTMLTemplateElement} */ (find('template[data-pool]', form));
        const pool = new Map([...asked, ...findAll('[data-item]', /** @type {any} */ (spare.content))]
            .map((item) => [dataOf(item, 'item'), item]));
        const seed = seedOf(person(), lesson);
        const anew = drawn([...pool.keys()], asked.length, seed, round);
        asked.forEach((item) => item.remove());
        spare.before(...anew.map((id) => shuffle(/** @type {HTMLElement} */ (pool.get(id)), seed, round)));
        /** @type {HTMLInputElement} */ (find('[name="round"]', form)).value = String(round);
    }
    return findAll('[data-item]', form);
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
