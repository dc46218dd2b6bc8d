/** The page where a lesson is written: checked and shown while it is typed. */

import { find } from './app/dom.js';
import { clock } from './app/clock.js';
import { livePreview } from './authoring/live-preview.js';
import { goToLine } from './authoring/lines.js';

const form = /** @type {HTMLFormElement} */ (find('[data-lesson-form]'));
const show = /** @type {HTMLButtonElement} */ (find('[data-preview]', form));
const frame = /** @type {HTMLIFrameElement} */ (find('iframe', form));
const faults = find('[data-faults]', form);

const preview = livePreview({
    clock,
    show: () => keepingPlace(() => form.requestSubmit(show)),
    check: async () => {
        const response = await fetch(String(form.dataset.check), { method: 'POST', body: typed() });
        return response.ok ? response.text() : null;
    },
    found: (html) => faults.replaceChildren(document.createRange().createContextualFragment(html)),
});

form.addEventListener('input', () => preview.typed());
form.addEventListener('change', () => preview.typed());
faults.addEventListener('click', ({ target }) => {
    const { file, line } = /** @type {HTMLElement} */ (target).dataset;
    const field = file && document.getElementById(file);
    if (field) {
        goToLine(/** @type {HTMLTextAreaElement} */ (field), Number(line));
    }
});

/** As the form would send it. */
function typed() {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
        fields.append(name, String(value));
    }
    return fields;
}

/** The frame shows the lesson anew where it was read. @param {() => void} load */
function keepingPlace(load) {
    const top = frame.contentWindow?.scrollY ?? 0;
    frame.addEventListener('load', () => frame.contentWindow?.scrollTo(0, top), { once: true });
    load();
}
