/**
 * A clip of the recording in a dialog of its own: it begins where the moment begins and stops where it ends. Nothing is
 * loaded before it is asked for.
 */

import { find } from '../app/dom.js';

/** @param {HTMLElement} page */
export function startClips(page) {
    const dialog = /** @type {HTMLDialogElement} */ (document.querySelector('dialog.clip'));
    const video = dialog.querySelector('video');
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
    dialog.querySelector('[data-again]').addEventListener('click', play);
    dialog.addEventListener('close', () => video.pause());
    video.addEventListener('timeupdate', () => {
        if (!video.paused && video.currentTime >= clip.to) {
            video.pause();
            status.textContent = status.dataset.over;
        }
    });
    video.addEventListener('ended', () => (status.textContent = status.dataset.over));
    video.addEventListener('error', () => (status.textContent = status.dataset.trouble));

    function play() {
        status.textContent = '';
        if (!video.src || video.error) {
            video.src = video.dataset.src;
        }
        video.currentTime = clip.from;
        video.play().catch((refused) => {
            if (refused.name !== 'AbortError') {
                status.textContent = status.dataset.trouble;
            }
        });
    }
}
