/**
 * How much still fits into a field, and by how much it is over. The browser's own `maxlength` cuts what is pasted without a word; here every letter
 * stays, and the form is not sent before it fits: `<textarea data-most="500">`.
 */

const NEAR = 0.8;

const { lettersLeft, lettersOver } = document.body.dataset;
for (const field of document.querySelectorAll('[data-most]')) {
    count(/** @type {HTMLTextAreaElement} */ (field));
}

/** @param {string} value @param {number} most @returns {number} how many letters still fit, negative when there are too many; a form sends a line's end as two */
function left(value, most) {
    return most - value.replace(/\r?\n/g, '\r\n').length;
}

/** @param {string} value @param {number} most @param {{left?: string, over?: string}} words with # for the number @returns {{text: string, over: boolean}} */
function counted(value, most, words) {
    const fits = left(value, most);
    if (fits < 0) {
        return { text: (words.over ?? '').replace('#', String(-fits)), over: true };
    }
    return { text: value.length >= most * NEAR ? (words.left ?? '').replace('#', String(fits)) : '', over: false };
}

function count(field) {
    const line = document.createElement('span');
    line.className = 'counter small quiet';
    line.setAttribute('role', 'status');
    field.after(line);
    const show = () => {
        const { text, over } = counted(field.value, Number(field.dataset.most), { left: lettersLeft, over: lettersOver });
        line.textContent = text;
        line.classList.toggle('error', over);
        field.setCustomValidity(over ? text : '');
    };
    field.addEventListener('input', show);
    // Whoever sets the value by script says so.
    field.addEventListener('set', show);
    show();
}
