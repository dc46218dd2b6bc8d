/** A lesson's film: once started it is stored for offline use; a notice appears if it cannot be shown. */

import { postToWorker } from '#app/service-worker.js';

export function storeFilmOnceStarted() {
    const film = /** @type {HTMLVideoElement | null} */ (document.querySelector('.film video'));
    film?.addEventListener('play', () => {
        postToWorker({ film: film.currentSrc });
        // Apart from the page's first bytes, which must fit into what a server may send at once.
        import(film.dataset.watched ?? '').then(({ recordWatched }) => recordWatched(film), () => {});
    }, { once: true });
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
    document.querySelectorAll('.film [data-no-network]').forEach((notice) => notice.toggleAttribute('hidden', !visible));
}
