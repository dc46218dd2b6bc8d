/** A lesson's film: once started it is stored for offline use; a notice appears if it cannot be shown. */

import { postToWorker } from '#app/service-worker.js';
import { record } from '#app/sync.js';
import { played } from './watched.js';

export function storeFilmOnceStarted() {
    const film = /** @type {HTMLVideoElement | null} */ (document.querySelector('.film video'));
    if (film) {
        recordWatched(film);
    }
    film?.addEventListener('play', () => postToWorker({ film: film.currentSrc }), { once: true });
    film?.addEventListener('error', () => showTrouble(true));
    addEventListener('online', () => {
        if (film?.error) {
            showTrouble(false);
            film.load();
        }
    });
}

/**
 * What really played, whenever it stops: all since the page was opened, for the server counts each second once.
 *
 * @param {HTMLVideoElement} film
 */
function recordWatched(film) {
    const { lesson, version } = /** @type {HTMLElement | null} */ (document.querySelector('form[data-lesson]'))?.dataset ?? {};
    let last = '';
    film.addEventListener('pause', () => {
        const seconds = played(film.played);
        if (lesson && seconds.length && last !== (last = seconds.join())) {
            record('lesson.watched', { lesson, version, played: seconds }).catch((fault) => console.warn('not stored:', fault));
        }
    });
    document.addEventListener('visibilitychange', () => document.hidden && film.pause());
}

/** @param {boolean} visible */
function showTrouble(visible) {
    document.querySelectorAll('.film [data-no-network]').forEach((notice) => notice.toggleAttribute('hidden', !visible));
}
