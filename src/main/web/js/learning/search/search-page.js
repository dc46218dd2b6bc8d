/** `/learn/search`: finds while one types, in the index that the phone keeps. What was looked for is in the fragment, for Back. */

import { findAll, find, fromTemplate, make, message, setText } from '../../app/dom.js';
import { createSearch } from './lesson-search.js';

/** @typedef {import('./lesson-search.js').Result} Result @typedef {import('./lesson-search.js').Results} Results */

/** Between two letters of somebody who types. */
const PAUSE_MS = 150;
/** How long whoever asks waits for the index before the server is asked instead. */
const PATIENCE_MS = 2000;

/**
 * @param {object} [ports]
 * @param {(path: string) => Promise<Response>} [ports.fetch]
 * @param {(fragment: string) => void} [ports.remember]
 * @param {(form: HTMLFormElement) => void} [ports.askServer]
 */
export async function startSearchPage({
    fetch = (path) => globalThis.fetch(path),
    remember = (fragment) => history.replaceState(history.state, '', fragment),
    askServer = (form) => form.submit(),
} = {}) {
    const form = /** @type {HTMLFormElement} */ (find('[data-find]'));
    const input = /** @type {HTMLInputElement} */ (find('input', form));
    // Without a network the page as it is kept is shown, whatever was asked for by its address.
    const before = decoded(location.hash.slice(1)) || (input.value ? '' : (new URLSearchParams(location.search).get('q') ?? ''));
    if (before) {
        input.value = before;
    }
    /** @type {((typed: string) => Results) | undefined} */
    let search;
    let loading = true;
    // Whether something is to be looked for; what the server found stands on the page already.
    let asked = Boolean(before);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let later;
    const look = () => {
        clearTimeout(later);
        if (!search) {
            asked = true;
            return;
        }
        const typed = input.value.trim();
        remember(typed ? `#${encodeURIComponent(typed)}` : location.pathname);
        show(search(typed), typed);
    };
    input.addEventListener('input', () => {
        clearTimeout(later);
        later = setTimeout(look, PAUSE_MS);
    });
    const lookOrAskServer = () => {
        look();
        if (!search && navigator.onLine) {
            later = setTimeout(() => askServer(form), PATIENCE_MS);
        }
    };
    form.addEventListener('submit', (event) => {
        if (!search && !loading) {
            return;
        }
        event.preventDefault();
        lookOrAskServer();
        // The keyboard of a phone covers what was found.
        input.blur();
    });
    for (const link of findAll('[data-word]')) {
        link.addEventListener('click', (event) => {
            if (!search && !loading) {
                return;
            }
            event.preventDefault();
            input.value = link.dataset.word ?? '';
            lookOrAskServer();
        });
    }
    search = await load(form.dataset.pack ?? '', fetch);
    loading = false;
    if (!search) {
        // Where there is a network the server finds, by the form as it is.
        find('[data-no-index]').hidden = navigator.onLine;
    } else if (asked) {
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
