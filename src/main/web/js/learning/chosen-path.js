/** `/learn/paths`: a path is chosen, changed or left, with or without a network; home follows it once that was sent. */

import { dataOf, find, findAll } from '../app/dom.js';

const CHOSEN = 'path.chosen';

/**
 * @param {object} ports
 * @param {import('../app/outbox.js').Outbox['record']} ports.record
 * @param {() => Promise<import('../app/outbox.js').SyncRecord[]>} ports.waiting
 * @param {() => () => void} ports.reloadWhenSent
 */
export async function startPaths({ record, waiting, reloadWhenSent }) {
    const outdated = reloadWhenSent();
    for (const form of /** @type {HTMLFormElement[]} */ (findAll('form[data-choose]'))) {
        form.addEventListener('submit', async (event) => {
            event.preventDefault();
            const path = dataOf(form, 'choose');
            try {
                await record(CHOSEN, path ? { path } : {});
            } catch (fault) {
                console.warn('not stored:', fault);
                // Without a network the page says that it is not kept, and a tap tries again.
                navigator.onLine && form.submit();
                return;
            }
            show(path);
            // The button is gone, and what was read out with it.
            const heading = find('h2', /** @type {HTMLElement} */ (form.closest('[data-path]')));
            heading.tabIndex = -1;
            heading.focus();
            outdated();
        });
    }
    const last = (await waiting()).filter(({ type }) => type === CHOSEN).sort((one, other) => (one.at < other.at ? -1 : 1)).at(-1);
    if (last) {
        show(last.data.path ?? '');
        outdated();
    }
}

/** @param {string} path its id; empty for none */
function show(path) {
    for (const card of findAll('[data-path]')) {
        const chosen = dataOf(card, 'path') === path;
        card.classList.toggle('first', chosen);
        find('[data-chosen]', card).hidden = !chosen;
        find('[data-later]', card).hidden = !chosen;
        for (const form of findAll('form[data-choose]', card)) {
            form.hidden = (dataOf(form, 'choose') === '') !== chosen;
        }
    }
}
