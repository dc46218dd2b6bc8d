/**
 * The whole seconds of a film that have played.
 *
 * @param {Pick<TimeRanges, 'length' | 'start' | 'end'>} ranges
 * @returns {number[]} from and until in turn; a part of less than a second is left out
 */
export function played(ranges) {
    const seconds = [];
    for (let part = 0; part < Math.min(ranges.length, 100); part++) {
        const [from, until] = [Math.ceil(ranges.start(part)), Math.floor(ranges.end(part))];
        if (from < until) {
            seconds.push(from, until);
        }
    }
    return seconds;
}

/**
 * Records what played whenever the film stops or the page is left: all since the page was opened, for the server counts
 * each second once.
 *
 * @param {HTMLVideoElement} film
 * @param {(type: string, data: import('#app/outbox.js').SyncData) => Promise<unknown>} record
 * @param {{lesson?: string, version?: string, video?: string}} [what] plays; the lesson's own film if nothing is named
 */
export function recordWatched(film, record, what = lessonOfPage()) {
    let last = '';
    const store = () => {
        const seconds = played(film.played);
        if (what.lesson && seconds.length && last !== (last = seconds.join())) {
            record('lesson.watched', { ...what, played: seconds }).catch((fault) => console.warn('not stored:', fault));
        }
    };
    film.addEventListener('pause', store);
    document.addEventListener('visibilitychange', () => document.hidden && store());
}

function lessonOfPage() {
    const { lesson, version } = /** @type {HTMLElement | null} */ (document.querySelector('form[data-lesson]'))?.dataset ?? {};
    return { lesson, version };
}
