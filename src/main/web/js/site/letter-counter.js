/**
 * Shows how many letters still fit into a field, or by how many it is too long. The browser's own `maxlength` silently cuts
 * pasted text; here every letter stays, and the form is not sent before it fits: `<textarea data-most="500">`.
 */

import { findAll } from '../app/dom.js';

/** From this share on the number is shown. */
const NEAR = 0.8;
const FIELDS = 'textarea[data-most], input[data-most]';

export function startCounters() {
    const { lettersLeft, lettersOver } = document.body.dataset;
    for (const field of /** @type {HTMLTextAreaElement[]} */ (findAll(FIELDS))) {
        start(field, { left: lettersLeft, over: lettersOver });
    }
}

/**
 * @param {string} value
 * @param {number} most
 * @param {{left?: string, over?: string}} words with # for the number
 * @returns {{text: string, over: boolean}}
 */
export function counted(value, most, words) {
    // A form sends a line break as two letters.
    const left = most - value.replace(/\r?\n/g, '\r\n').length;
    if (left < 0) {
        return { text: (words.over ?? '').replace('#', String(-left)), over: true };
    }
    return { text: value.length >= most * NEAR ? (words.left ?? '').replace('#', String(left)) : '', over: false };
}

/** @param {HTMLTextAreaElement} field @param {{left?: string, over?: string}} words */
function start(field, words) {
    const line = document.createElement('span');
    line.className = 'counter small quiet';
    line.setAttribute('role', 'status');
    field.after(line);
    const show = () => {
        const { text, over } = counted(field.value, Number(field.dataset.most), words);
        line.textContent = text;
        line.classList.toggle('error', over);
        field.setCustomValidity(over ? text : '');
    };
    field.addEventListener('input', show);
    // Dispatched by scripts that set the value.
    field.addEventListener('set', show);
    show();
}
