/** A quiz: one question at a time, each explained once it is answered, the whole told to the county at the end. */

import { record } from './app/outbox.js';
import { keepAhead } from './learning/keep.js';

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-quiz]'));
const items = /** @type {HTMLFieldSetElement[]} */ ([...document.querySelectorAll('[data-item]')]);
/** @type {Record<string, string[]>} */
const answers = {};
let at = 0;
let rightOnes = 0;
/** When the last answer was explained, and when the button was last touched. */ let explainedAt = -Infinity;
let tappedAt = -Infinity;

/** A second tap of the same finger: whoever means the next question has read the explanation first. */
const DOUBLE_TAP = 800;
/** Where one is, for a reload or Back. */
const PLACE = form ? `quiz:${document.documentElement.dataset.person}:${form.dataset.lesson}:${form.dataset.version}` : '';

if (form) {
    form.querySelector('progress').hidden = false;
    resume();
    form.querySelector('button').addEventListener('pointerdown', () => (tappedAt = performance.now()));
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        goOn();
    });
}
keepAhead();

/** The button's next meaning: judge this answer, go to the next question, or to the result. */
function goOn() {
    const item = items[at];
    if (tappedAt > explainedAt && tappedAt - explainedAt < DOUBLE_TAP) {
        return;
    }
    if (!(item.dataset.item in answers)) {
        judge(item);
    } else if (at + 1 < items.length) {
        at += 1;
        keepPlace();
        show();
    } else {
        finish();
    }
}

/** Goes on where one was before the reload; what was answered stays answered and explained. */
function resume() {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
    for (const item of kept ? items : []) {
        const chosen = kept.answers[item.dataset.item];
        item.querySelectorAll('input').forEach((input) => (input.checked = Boolean(chosen?.includes(input.value))));
        if (chosen) {
            reveal(item, chosen);
        }
    }
    at = kept?.at ?? 0;
    show();
    if (items[at].dataset.item in answers) {
        ahead();
    }
}

function keepPlace() {
    sessionStorage.setItem(PLACE, JSON.stringify({ at, answers }));
}

function show() {
    items.forEach((item, number) => {
        item.hidden = number !== at;
    });
    form.querySelector('progress').value = at;
    say(form.dataset.choose);
    scrollTo(0, 0);
}

/** @param {HTMLFieldSetElement} item */
function judge(item) {
    const inputs = [...item.querySelectorAll('input')];
    const chosen = inputs.filter((input) => input.checked).map((input) => input.value);
    form.querySelector('[data-choose-first]').hidden = chosen.length > 0;
    if (!chosen.length) {
        return;
    }
    explainedAt = performance.now();
    reveal(item, chosen);
    keepPlace();
    item.querySelector('[data-why]').scrollIntoView({ block: 'nearest' });
    ahead();
}

/** The answer is given: marks what is right, and says why. @param {HTMLFieldSetElement} item @param {string[]} chosen */
function reveal(item, chosen) {
    const inputs = [...item.querySelectorAll('input')];
    const expected = item.dataset.answers.split(' ');
    const right = chosen.length === expected.length && chosen.every((letter) => expected.includes(letter));
    answers[item.dataset.item] = chosen;
    rightOnes += right ? 1 : 0;
    for (const input of inputs) {
        input.disabled = true;
        input.parentElement.classList.toggle('right', expected.includes(input.value));
        input.parentElement.classList.toggle('wrong', input.checked && !expected.includes(input.value));
    }
    explain(item, right);
}

function ahead() {
    form.querySelector('progress').value = at + 1;
    say(at + 1 < items.length ? form.dataset.next : form.dataset.result);
}

/** @param {HTMLFieldSetElement} item @param {boolean} right */
function explain(item, right) {
    const why = /** @type {HTMLElement} */ (item.querySelector('[data-why]'));
    why.classList.toggle('bad', !right);
    why.querySelector(right ? '[data-right]' : '[data-wrong]').hidden = false;
    why.hidden = false;
}

async function finish() {
    const { lesson, version } = form.dataset;
    const passed = rightOnes >= Number(form.dataset.pass);
    form.querySelector('button').disabled = true;
    try {
        await record('quiz.submitted', { lesson, version, answers }, { about: document.title.split(' · ')[0], passed });
    } catch (fault) {
        console.warn('this phone keeps nothing:', fault.message);
        form.querySelectorAll('input').forEach((input) => {
            input.disabled = false;
        });
        form.submit();
        return;
    }
    sessionStorage.removeItem(PLACE);
    items[at].hidden = true;
    form.querySelector('button').hidden = true;
    form.querySelector('[data-results]').hidden = false;
    form.querySelector('[data-after]').hidden = false;
    form.querySelectorAll(passed ? '[data-passed]' : '[data-failed]').forEach((one) => {
        one.hidden = false;
    });
    const count = /** @type {HTMLElement} */ (form.querySelector('[data-count]'));
    count.textContent = count.dataset.count.replace('#', String(rightOnes));
    scrollTo(0, 0);
}

/** @param {string} words */
function say(words) {
    form.querySelector('button').textContent = words;
}
