/**
 * A lesson's film: once started it is stored for offline use, a notice appears if it cannot be shown, and what really
 * played is recorded. Apart from the lesson's own code, whose first view must fit into the first bytes a server may send.
 */

import { postToWorker } from '#app/service-worker.js';
import { record } from '#app/sync.js';
import { recordWatched } from './learning/watched.js';

startFilm(/** @type {HTMLVideoElement} */ (document.querySelector('video[data-player]')));

/** @param {HTMLVideoElement} film may have been started before this code was there */
function startFilm(film) {
    const store = () => postToWorker({ film: film.currentSrc });
    if (film.paused) {
        film.addEventListener('play', store, { once: true });
    } else {
        store();
    }
    film.addEventListener('error', () => showTrouble(true));
    showTrouble(film.error !== null);
    addEventListener('online', () => {
        if (film.error) {
            showTrouble(false);
            film.load();
        }
    });
    recordWatched(film, record);
}

/** @param {boolean} visible */
function showTrouble(visible) {
    document.querySelectorAll('.film [data-no-network]').forEach((notice) => notice.toggleAttribute('hidden', !visible));
}
