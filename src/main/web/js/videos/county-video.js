/** Plays a copy of the county's video in the place of its poster. */

import { find, findAll, make, message, setText } from '../app/dom.js';
import { playTime } from '../app/format.js';
import { played, recordWatched } from '../learning/watched.js';
import { lengthOf, merged } from './watched-ranges.js';

/**
 * @param {HTMLElement} figure
 * @param {{record: Parameters<typeof recordWatched>[1]}} ports
 */
export function startCountyVideo(figure, { record }) {
    const { lesson, version, video } = figure.dataset;
    const trouble = find('[data-trouble]', figure);
    /** What played of copies that were chosen before this one. @type {number[]} */
    let before = [];
    /** @type {HTMLVideoElement | undefined} */
    let player;

    /** @param {HTMLAnchorElement} link */
    const play = (link) => {
        const from = player?.currentTime ?? 0;
        if (player) {
            before = merged(before, played(player.played));
            player.pause();
        }
        const next = /** @type {HTMLVideoElement} */ (/** @type {unknown} */ (make(link.dataset.copy === 'sound' ? 'audio' : 'video', {
            controls: true, playsInline: true, src: link.href,
        })));
        const captions = /** @type {HTMLTemplateElement | null} */ (figure.querySelector('template[data-captions]'));
        if (captions) {
            next.append(captions.content.cloneNode(true));
        }
        next.setAttribute('aria-label', find('p', figure).textContent ?? '');
        (player ?? find('img', figure)).replaceWith(next);
        player = next;
        next.addEventListener('loadedmetadata', () => from && (next.currentTime = from), { once: true });
        next.addEventListener('playing', () => (trouble.hidden = true));
        next.addEventListener('error', () => (trouble.hidden = false));
        next.addEventListener('timeupdate', () => {
            const seconds = lengthOf(merged(before, played(next.played)));
            setText(find('[data-watched]', figure), message('watched', { time: playTime(seconds * 1000) }));
        });
        recordWatched(next, record, { lesson, version, video });
        next.play().catch((refused) => console.warn('not playing:', refused.message));
    };

    for (const link of findAll('a[data-copy]', figure)) {
        link.addEventListener('click', (event) => {
            event.preventDefault();
            play(/** @type {HTMLAnchorElement} */ (link));
        });
    }
}
