/** Then and now: two recordings that stand at the same step. One is heard at a time. */

import { findAll } from './app/dom.js';

const videos = /** @type {HTMLVideoElement[]} */ (findAll('[data-compare] video'));
const buttons = findAll('[data-compare] [data-then-ms]');

for (const video of videos) {
    video.addEventListener('play', () => videos.forEach((other) => other !== video && other.pause()));
}
for (const button of buttons) {
    button.addEventListener('click', () => {
        const { thenMs, nowMs } = button.dataset;
        [thenMs, nowMs].forEach((ms, side) => showAt(videos[side], Number(ms)));
        buttons.forEach((one) => one.setAttribute('aria-pressed', String(one === button)));
        videos[0].scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    });
}

/** Fetches no more than the picture there. @param {HTMLVideoElement} video @param {number} ms */
function showAt(video, ms) {
    video.pause();
    video.preload = 'metadata';
    video.currentTime = ms / 1000;
}
