/**
 * Checks and imports a roster without leaving the page, so that the chosen file stays chosen between the two; and opens
 * the printer for cards. Without this script both forms work as forms do.
 */

import { findAll } from '../app/dom.js';

export function startRosterImport() {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-roster]'));
    const send = (/** @type {SubmitEvent} */ event) => submit(form, event, send);
    form?.addEventListener('submit', send);
}

export function startPrint() {
    const print = /** @type {HTMLElement | null} */ (document.querySelector('[data-print]'));
    if (print) {
        print.hidden = false;
        print.addEventListener('click', () => window.print());
    }
}

/**
 * Puts the parts of the answered page in the place of ours; the form itself, with its file, stays.
 *
 * @param {string} html
 */
function show(html) {
    const answer = new DOMParser().parseFromString(html, 'text/html');
    for (const part of findAll('[data-part]')) {
        const fresh = answer.getElementById(part.id);
        part.replaceChildren(...(fresh ? fresh.childNodes : []));
    }
    document.querySelectorAll('[data-without-script]').forEach((hint) => hint.remove());
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
        // A form's own way, redirects and pages of faults included; not a call of the API.
        const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' } });
        show(await answer.text());
        document.getElementById('result').focus();
    } catch (fault) {
        console.warn('not sent:', fault);
        // Let the browser try, and say so in its own words.
        form.removeEventListener('submit', listener);
        buttons.forEach((button) => (button.disabled = false));
        form.requestSubmit(pressed);
        return;
    }
    buttons.forEach((button) => (button.disabled = false));
}
