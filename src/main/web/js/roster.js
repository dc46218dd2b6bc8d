/**
 * Checks and imports a roster without leaving the page, so that the chosen file stays chosen between the two; and opens the
 * printer for cards. Without this script both forms work as forms do.
 */

const form = document.querySelector('[data-roster]');

/** Puts the parts of the answered page in the place of ours; the form itself, with its file, stays. */
function show(html) {
    const answer = new DOMParser().parseFromString(html, 'text/html');
    for (const part of document.querySelectorAll('[data-part]')) {
        const fresh = answer.getElementById(part.id);
        part.replaceChildren(...(fresh ? fresh.childNodes : []));
    }
    document.querySelectorAll('[data-without-script]').forEach((hint) => hint.remove());
}

async function send(event) {
    if (event.submitter?.value === 'rejected') {
        return; // a download leaves the page as it is
    }
    event.preventDefault();
    const buttons = form.querySelectorAll('button');
    const body = new FormData(form);
    body.append('do', event.submitter ? event.submitter.value : 'check');
    buttons.forEach((button) => (button.disabled = true));
    try {
        const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'text/html' } });
        show(await answer.text());
        document.getElementById('result').focus();
    } catch {
        // No network: let the browser try, and say so in its own words.
        form.removeEventListener('submit', send);
        buttons.forEach((button) => (button.disabled = false));
        form.requestSubmit(event.submitter);
        return;
    }
    buttons.forEach((button) => (button.disabled = false));
}

form?.addEventListener('submit', send);

const print = document.querySelector('[data-print]');
if (print) {
    print.hidden = false;
    print.addEventListener('click', () => window.print());
}
