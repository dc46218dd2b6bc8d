/** What the players of lessons and of quizzes share. */

/** The key of the speed that this phone's people prefer. */
export const SPEED = 'voice-speed';

/** Says so where the recording cannot be had. @param {HTMLElement} root @param {HTMLAudioElement} audio */
export function showTrouble(root, audio) {
    const notice = /** @type {HTMLElement} */ (root.querySelector('[data-unheard]'));
    const sources = audio.querySelectorAll('source');
    // The last source fails once no other is left.
    sources[sources.length - 1].addEventListener('error', () => (notice.hidden = false));
    audio.addEventListener('error', () => (notice.hidden = false));
    audio.addEventListener('playing', () => (notice.hidden = true));
    addEventListener('online', () => {
        if (!notice.hidden) {
            notice.hidden = true;
            audio.load();
        }
    });
}
