/**
 * Checks and imports a roster without leaving the page, so that the chosen file stays chosen between the two; and opens
 * the printer for cards. Without this script both forms work as forms do.
 */

import { findAll } from '../app/dom.js';

export function startRosterImport() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-roster]'));
    if (form) {
        const send = (/** @type {SubmitEvent} */ event) => submit(form, event, send);
        form.addEventListener('submit', send);
    }
}

export function startPrint() {
    const print = /** @type {HTMLElement | null} */ (document.querySelector('[data-print]'));
    if (print) {
        print.hidden = false;
        print.addEventListener('click', () => window.print());
    }
}

/**
 * Replaces the parts of this page by those of the response; the form itself, with its file, stays.
 *
 * @param {string} html
 */
function show(html) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    for (const part of findAll('[data-part]')) {
        const fresh = page.getElementById(part.id);
        part.replaceChildren(...(fresh ? fresh.childNodes : []));
    }
    document.querySelectorAll('[data-without-script]').forEach((hint) => hint.remove());
    const wrong = findAll('[data-roster] [aria-describedby]').filter(markIfWrong);
    (wrong[0] ?? document.getElementById('result'))?.focus();
}

/** Whether the response names a fault of the field; assistive technology is told so. @param {Element} field */
function markIfWrong(field) {
    const faults = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id.endsWith('-fault'));
    const wrong = faults.some((id) => document.getElementById(id)?.textContent?.trim());
    if (wrong) {
        field.setAttribute('aria-invalid', 'true');
    } else {
        field.removeAttribute('aria-invalid');
    }
    return wrong;
}

/** @param {HTMLFormElement} form @param {SubmitEvent} event @param {(event: SubmitEvent) => void} listener */
async function submit(form, event, listener) {
    const pressed = /** @type {HTMLButtonElement | null} */ (event.submitter);
    if (pressed?.value === 'rejected') {
        return; // a download leaves the page as it is
    }
    event.preventDefault();
    const buttons = form.querySelectorAll('button');
    const body = new FormData(form);
    body.append('do', pressed?.value ?? 'check');
    buttons.forEach((button) => (button.disabled = true));
    try {
        // Like a form, with redirects and error pages; not a call of the API.
        const response = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' } });
        show(await response.text());
    } catch (fault) {
        console.warn('not sent:', fault);
        // Let the browser try, and show its own error page.
        form.removeEventListener('submit', listener);
        buttons.forEach((button) => (button.disabled = false));
        form.requestSubmit(pressed);
        return;
    }
    buttons.forEach((button) => (button.disabled = false));
}
