/** Which copy of the recording plays: the small one on a phone, the sharp one where there is room and no data to save. */

import { findAll, startPlaying } from '../../app/dom.js';

const WIDE = '(min-width: 60rem)';

/** @param {HTMLElement} root @param {HTMLVideoElement} video */
export function chooseCopy(root, video) {
    const choices = /** @type {HTMLInputElement[]} */ (findAll('[data-copies] input', root));
    for (const choice of choices) {
        choice.addEventListener('change', () => play(video, choice.dataset.src ?? ''));
    }
    const whole = choices.find(({ value }) => value === '480p');
    if (whole && matchMedia(WIDE).matches && !savesData()) {
        whole.checked = true;
        play(video, whole.dataset.src ?? '');
    }
}

function savesData() {
    return /** @type {Navigator & {connection?: {saveData?: boolean}}} */ (navigator).connection?.saveData === true;
}

/** Goes on where it was. @param {HTMLVideoElement} video @param {string} source */
function play(video, source) {
    const { currentTime, paused } = video;
    video.src = source;
    video.currentTime = currentTime;
    if (!paused) {
        startPlaying(video);
    }
}
