/** A lesson's film: once begun it is kept for when there is no network, and says so where it cannot be shown. */

import { tellServiceWorker } from '../app.js';

export function keepFilmOnceBegun() {
    const film = /** @type {HTMLVideoElement | null} */ (document.querySelector('.film video'));
    film?.addEventListener('play', () => tellServiceWorker({ kind: 'keep-film', film: film.currentSrc }), { once: true });
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
    document.querySelector('.film [data-no-network]').toggleAttribute('hidden', !visible);
}
