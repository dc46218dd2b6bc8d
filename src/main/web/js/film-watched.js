/** What of a lesson's film really played. A lesson fetches it when its film starts. */

import { record } from '#app/sync.js';
import { played } from './learning/watched.js';

/**
 * Records it whenever the film stops or the page is left: all since the page was opened, for the server counts each
 * second once.
 *
 * @param {HTMLVideoElement} film
 * @param {(type: string, data: import('#app/outbox.js').SyncData) => Promise<unknown>} [keep]
 */
export function recordWatched(film, keep = record) {
    const { lesson, version } = /** @type {HTMLElement | null} */ (document.querySelector('form[data-lesson]'))?.dataset ?? {};
    let last = '';
    const store = () => {
        const seconds = played(film.played);
        if (lesson && seconds.length && last !== (last = seconds.join())) {
            keep('lesson.watched', { lesson, version, played: seconds }).catch((fault) => console.warn('not stored:', fault));
        }
    };
    film.addEventListener('pause', store);
    document.addEventListener('visibilitychange', () => document.hidden && store());
}
