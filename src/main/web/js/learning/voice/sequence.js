/**
 * Plays parts of one recording, one after the other.
 *
 * @typedef {{from: number, until: number}} Range in milliseconds
 *
 * @param {Pick<HTMLAudioElement, 'currentTime' | 'play' | 'pause' | 'addEventListener'>} audio
 * @param {(at: number) => unknown} onPart number of the part that begins; -1 at the end
 */
export function createSequence(audio, onPart) {
    /** @type {Range[]} */
    let parts = [];
    let at = -1;

    const stop = () => {
        if (at >= 0) {
            at = -1;
            audio.pause();
            onPart(-1);
        }
    };
    const begin = (/** @type {number} */ number) => {
        if (number >= parts.length) {
            stop();
            return;
        }
        at = number;
        audio.currentTime = parts[at].from / 1000;
        onPart(at);
    };
    const goOn = () => {
        if (at >= 0 && audio.currentTime * 1000 >= parts[at].until) {
            begin(at + 1);
        }
    };
    audio.addEventListener('timeupdate', goOn);
    audio.addEventListener('ended', goOn);
    audio.addEventListener('error', stop);

    return {
        /** @param {Range[]} all */
        play(all) {
            parts = all;
            begin(0);
            if (at >= 0) {
                audio.play()?.catch((/** @type {Error} */ fault) => {
                    console.warn('not heard:', fault.message);
                    stop();
                });
            }
        },

        stop,
    };
}
