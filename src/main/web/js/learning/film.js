/** A lesson's film: once begun it is kept for when there is no network, and says so where it cannot be shown. */

import { find } from '../app/dom.js';

export function keepFilmOnceBegun() {
    const film = /** @type {HTMLVideoElement | null} */ (document.querySelector('.film video'));
    film?.addEventListener('play', () => keep(film.currentSrc), { once: true });
    film?.addEventListener('error', () => showTrouble(true));
    addEventListener('online', () => {
        if (film?.error) {
            showTrouble(false);
            film.load();
        }
    });
}

/** @param {boolean} visible */
function showTrouble(visible) {
    find('.film [data-no-network]').hidden = !visible;
}

/** @param {string} film */
async function keep(film) {
    const { active } = (await navigator.serviceWorker?.ready) ?? {};
    active?.postMessage({ kind: 'keep-film', film });
}
