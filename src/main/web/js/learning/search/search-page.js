/** `/learn/search`: finds while one types, in the index that the phone keeps. What was looked for is in the fragment, for Back. */

import { findAll, find, fromTemplate, make, message, setText } from '../../app/dom.js';
import { createSearch } from './lesson-search.js';

/** @typedef {import('./lesson-search.js').Result} Result @typedef {import('./lesson-search.js').Results} Results */

/** Between two letters of somebody who types. */
const PAUSE_MS = 150;

/**
 * @param {object} [ports]
 * @param {(path: string) => Promise<Response>} [ports.fetch]
 * @param {(fragment: string) => void} [ports.remember]
 */
export async function startSearchPage({
    fetch = (path) => globalThis.fetch(path),
    remember = (fragment) => history.replaceState(history.state, '', fragment),
} = {}) {
    const form = /** @type {HTMLFormElement} */ (find('[data-find]'));
    const input = /** @type {HTMLInputElement} */ (find('input', form));
    const before = decoded(location.hash.slice(1));
    if (before) {
        input.value = before;
    }
    const search = await load(form.dataset.pack ?? '', fetch);
    if (!search) {
        // Where there is a network the server finds, by the form as it is.
        find('[data-no-index]').hidden = navigator.onLine;
        return;
    }
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let later;
    const look = () => {
        clearTimeout(later);
        const typed = input.value.trim();
        remember(typed ? `#${encodeURIComponent(typed)}` : location.pathname);
        show(search(typed), typed);
    };
    input.addEventListener('input', () => {
        clearTimeout(later);
        later = setTimeout(look, PAUSE_MS);
    });
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        look();
        // The keyboard of a phone covers what was found.
        input.blur();
    });
    for (const link of findAll('[data-word]')) {
        link.addEventListener('click', (event) => {
            event.preventDefault();
            input.value = link.dataset.word ?? '';
            look();
        });
    }
    // What the server found stands on the page already.
    if (before) {
        look();
    }
}

/** @param {string} address @param {(path: string) => Promise<Response>} fetch */
async function load(address, fetch) {
    try {
        const response = await fetch(address);
        return response.ok ? createSearch(await response.json()) : undefined;
    } catch (fault) {
        console.warn('the index is not on this phone:', fault);
        return undefined;
    }
}

/** @param {Results} results @param {string} typed */
function show({ found, count, loose, asked }, typed) {
    const nothing = asked && count === 0;
    const words = nothing ? message('nothing', { typed }) : message('found', { count });
    setText(find('[data-said]'), asked ? (loose ? `${message('loose')} ${words}` : words) : '');
    const list = find('[data-found]');
    list.replaceChildren(...found.map(row));
    list.hidden = !found.length;
    find('[data-instead]').hidden = !nothing;
    find('[data-more]').hidden = count <= found.length;
    find('[data-suggested]').hidden = count > 0;
}

/** @param {Result} result */
function row({ word, at, title, place, says }) {
    const line = fromTemplate('template[data-result]');
    /** @type {HTMLAnchorElement} */ (find('a', line)).href = at;
    find('[data-word-tag]', line).hidden = !word;
    fill(find('[data-title]', line), title);
    fill(find('[data-place]', line), place);
    find('[data-place]', line).hidden = !place.length;
    fill(find('[data-says]', line), says);
    return line;
}

/** @param {HTMLElement} element @param {import('./lesson-search.js').Marked} parts */
function fill(element, parts) {
    element.replaceChildren(...parts.map(({ text, hit }) => (hit ? make('mark', { textContent: text }) : document.createTextNode(text))));
}

/** @param {string} fragment @returns {string} empty for what nobody has typed */
function decoded(fragment) {
    try {
        return decodeURIComponent(fragment);
    } catch {
        return '';
    }
}
