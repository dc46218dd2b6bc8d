/**
 * For a phone that could not store what was done: the server gets it at once, or, without a network, it is said that the
 * phone is full. What was done stays on the screen, and a tap tries again.
 *
 * @param {HTMLFormElement} form
 */
export function sendInstead(form) {
    if (navigator.onLine) {
        form.submit();
        return;
    }
    /** @type {HTMLElement} */ (form.querySelector('[data-full]')).hidden = false;
    form.querySelectorAll('button').forEach((button) => (button.disabled = false));
}
