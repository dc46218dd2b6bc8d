/** Plays what is stored on the phone, one take after the other. */

import { startPlaying } from '../../app/dom.js';
import { takeLength } from '../attempt/attempt.js';

/** Ends what plays in a video before something else does. @type {WeakMap<HTMLVideoElement, AbortController>} */
const playing = new WeakMap();

/**
 * @param {import('../attempt/attempt.js').Attempt} attempt
 * @param {import('../attempt/attempt-store.js').AttemptStore} store
 * @param {HTMLVideoElement} video
 * @param {number} [fromMs] recorded time to begin at
 */
export async function playStored(attempt, store, video, fromMs = 0) {
    playing.get(video)?.abort();
    const { signal } = setPlaying(video);
    video.hidden = false;
    let before = 0;
    for (const take of attempt.takes) {
        const from = Math.max(0, fromMs - before);
        before += takeLength(take);
        if (fromMs < before && !signal.aborted) {
            const url = URL.createObjectURL(new Blob(await store.takeBytes(attempt.id, take.take), { type: take.type }));
            if (!signal.aborted) {
                video.dataset.take = String(take.take);
                await playUntilEnd(video, url, from / 1_000, signal);
            }
            URL.revokeObjectURL(url);
        }
    }
}

/** @param {HTMLVideoElement} video */
function setPlaying(video) {
    const controller = new AbortController();
    playing.set(video, controller);
    return controller;
}

/** @param {HTMLVideoElement} video @param {string} url @param {number} fromSecond @param {AbortSignal} signal */
async function playUntilEnd(video, url, fromSecond, signal) {
    video.src = url;
    if (fromSecond > 0) {
        video.addEventListener('loadedmetadata', () => (video.currentTime = fromSecond), { once: true, signal });
    }
    startPlaying(video);
    await new Promise((over) => {
        video.onended = over;
        video.onerror = over;
        signal.addEventListener('abort', over);
    });
}
