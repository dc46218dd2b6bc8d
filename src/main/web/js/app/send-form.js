import { make } from './dom.js';

/**
 * Where this phone stores nothing: the form goes to the server at once, as it would without a script. Without a network the
 * page says that it is not kept, and the same button tries again.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLElement | null} [button] by which it was sent
 */
export function sendForm(form, button) {
    if (!navigator.onLine) {
        return;
    }
    const chosen = make('input', { type: 'hidden', name: button?.getAttribute('name') ?? '', value: button?.getAttribute('value') ?? '' });
    form.append(chosen);
    form.submit();
    // Whoever comes back to the page may tap another button.
    chosen.remove();
}
