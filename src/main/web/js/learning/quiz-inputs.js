/** How each kind of question is answered on the page, and how its answer reads: as `POST /api/sync` has it. */

import { dataOf, find, findAll } from '../app/dom.js';
import { number } from './quiz-order.js';

/** @typedef {HTMLInputElement} Input @typedef {HTMLSelectElement} Select */

/**
 * All that is read and seen in a question, as a number; of two that read the same it is the same.
 *
 * @param {HTMLElement} item as the server sent it, not yet prepared
 */
export function wordsOf(item) {
    const lines = findAll('[data-letter]', item).map((line) => `${line.dataset.letter} ${line.textContent}`);
    const picture = [...item.children].find(({ localName }) => localName === 'svg');
    const several = item.querySelector('input')?.type;
    return number('', [item.dataset.kind, several, find('h2', item).textContent, ...lines, picture?.outerHTML].join('\n'));
}

/** Makes taps do what a form without a script does with lists. @param {HTMLElement} item */
export function prepare(item) {
    if (item.dataset.kind === 'order') {
        const hint = find('.hint', item);
        hint.textContent = dataOf(hint, 'tap');
        findAll('label', item).forEach((label) => label.replaceWith(stepButton(item, label)));
    } else if (item.dataset.kind === 'spot') {
        findAll('[data-spot]', item).forEach((spot) => spot.addEventListener('click', () => {
            /** @type {Input} */ (find(`input[value="${spot.dataset.spot}"]`, item)).click();
        }));
        item.addEventListener('change', () => showSpot(item));
    }
}

/** @param {HTMLElement} item @returns {string[]} empty where it is not, or not wholly, answered */
export function chosen(item) {
    const { id, kind } = { id: dataOf(item, 'item'), kind: dataOf(item, 'kind') };
    const selects = /** @type {Select[]} */ (findAll('select', item));
    if (kind !== 'order' && kind !== 'match') {
        return /** @type {Input[]} */ (findAll('input', item)).filter(({ checked }) => checked).map(({ value }) => value);
    }
    if (selects.some(({ value }) => !value)) {
        return [];
    }
    const letter = (/** @type {Select} */ { name }) => name.slice(id.length + 1);
    return kind === 'order'
        ? [...selects].sort((one, other) => Number(one.value) - Number(other.value)).map(letter)
        : selects.map((select) => letter(select) + select.value);
}

/** Shows an answer that was given before. @param {HTMLElement} item @param {string[]} answer */
export function restore(item, answer) {
    const { id, kind } = { id: dataOf(item, 'item'), kind: dataOf(item, 'kind') };
    const select = (/** @type {string} */ letter) => /** @type {Select} */ (find(`select[name="${id}.${letter}"]`, item));
    // A browser may have filled them in again by itself.
    /** @type {Select[]} */ (findAll('select', item)).forEach((one) => (one.value = ''));
    if (kind === 'order') {
        answer.forEach((letter, index) => (select(letter).value = String(index + 1)));
        showSteps(item);
    } else if (kind === 'match') {
        answer.forEach(([letter, digit]) => (select(letter).value = digit));
    } else {
        /** @type {Input[]} */ (findAll('input', item)).forEach((input) => (input.checked = answer.includes(input.value)));
        showSpot(item);
    }
}

/**
 * A step is tapped in its turn; tapped again, it and those after it have no number any more.
 *
 * @param {HTMLElement} item
 * @param {HTMLElement} label
 */
function stepButton(item, label) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'choice';
    for (const name of ['letter', 'span'].filter((one) => one in label.dataset)) {
        button.dataset[name] = label.dataset[name];
    }
    const select = /** @type {Select} */ (find('select', label));
    select.hidden = true;
    button.append(document.createElement('b'), find('span', label), select);
    button.addEventListener('click', () => {
        const selects = /** @type {Select[]} */ (findAll('select', item));
        if (select.value) {
            const from = Number(select.value);
            selects.filter(({ value }) => Number(value) >= from).forEach((one) => (one.value = ''));
        } else {
            select.value = String(selects.filter(({ value }) => value).length + 1);
        }
        showSteps(item);
    });
    return button;
}

/** @param {HTMLElement} item */
function showSteps(item) {
    for (const button of findAll('button.choice', item)) {
        const { value } = /** @type {Select} */ (find('select', button));
        find('b', button).textContent = value;
        button.setAttribute('aria-pressed', String(value !== ''));
    }
}

/** @param {HTMLElement} item */
function showSpot(item) {
    const [letter] = chosen(item);
    findAll('[data-spot]', item).forEach((spot) => spot.classList.toggle('chosen', spot.dataset.spot === letter));
}
