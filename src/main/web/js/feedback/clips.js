/**
 * A clip of the recording in a dialog: it begins and ends with the moment. Nothing is loaded before it is opened.
 */

import { dataOf, find } from '../app/dom.js';

/** @param {HTMLElement} page */
export function startClips(page) {
    const dialog = /** @type {HTMLDialogElement} */ (find('dialog.clip'));
    const video = /** @type {HTMLVideoElement} */ (find('video', dialog));
    const status = find('[role=status]', dialog);
    let clip = { from: 0, to: 0 };

    page.addEventListener('click', (event) => {
        const link = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest('[data-from]'));
        if (link) {
            event.preventDefault();
            link.classList.add('seen');
            clip = { from: Number(link.dataset.from) / 1000, to: Number(link.dataset.to) / 1000 };
            dialog.showModal();
            play();
        }
    });
    find('[data-again]', dialog).addEventListener('click', play);
    dialog.addEventListener('close', () => video.pause());
    video.addEventListener('timeupdate', () => {
        if (!video.paused && video.currentTime >= clip.to) {
            video.pause();
            status.textContent = dataOf(status, 'over');
        }
    });
    video.addEventListener('ended', () => (status.textContent = dataOf(status, 'over')));
    video.addEventListener('error', () => (status.textContent = dataOf(status, 'trouble')));

    function play() {
        status.textContent = '';
        if (!video.src || video.error) {
            video.src = dataOf(video, 'src');
        }
        video.currentTime = clip.from;
        video.play().catch((refused) => {
            if (refused.name !== 'AbortError') {
                status.textContent = dataOf(status, 'trouble');
            }
        });
    }
}
