/** Plays what is stored on the phone, one take after the other. */

/**
 * @param {import('../attempt/attempt.js').Attempt} attempt
 * @param {import('../attempt/attempt-store.js').AttemptStore} store
 * @param {HTMLVideoElement} video
 */
export async function playStored(attempt, store, video) {
    video.hidden = false;
    for (const take of attempt.takes) {
        const url = URL.createObjectURL(new Blob(await store.takeBytes(attempt.id, take.take), { type: take.type }));
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
