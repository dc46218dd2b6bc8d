/** Plays what is kept on the phone, one take after the other. */

import { bytesOf } from './shelf.js';

/** @param {import('./attempt.js').Attempt} attempt @param {HTMLVideoElement} video */
export async function playKept(attempt, video) {
    video.hidden = false;
    for (const take of attempt.takes) {
        const url = URL.createObjectURL(new Blob(await bytesOf(attempt.id, take.take), { type: take.type }));
        video.src = url;
        // A browser that will not start by itself shows its own play button.
        video.play().catch(() => {});
        await new Promise((over) => {
            video.onended = over;
            video.onerror = over;
        });
        URL.revokeObjectURL(url);
    }
}
