/** Plays a network that is lost: for the host the picture stands still, as it does for viewers. The recording goes on. */

export class FrozenPicture {
    #video;
    #still;
    #note;
    #untilMs = -Infinity;

    /**
     * @param {HTMLVideoElement} video that shows the camera
     * @param {HTMLCanvasElement} still lies over it
     * @param {HTMLElement} note says what it is
     */
    constructor(video, still, note) {
        this.#video = video;
        this.#still = still;
        this.#note = note;
        this.end();
    }

    /** @param {number} untilMs recorded milliseconds of the attempt */
    freeze(untilMs) {
        const { videoWidth: width, videoHeight: height } = this.#video;
        Object.assign(this.#still, { width, height });
        this.#still.toggleAttribute('data-mirror', this.#video.hasAttribute('data-mirror'));
        this.#still.getContext('2d')?.drawImage(this.#video, 0, 0);
        this.#untilMs = untilMs;
        this.#show(true);
    }

    /** @param {number} ms recorded milliseconds of the attempt */
    tick(ms) {
        if (ms >= this.#untilMs) {
            this.end();
        }
    }

    end() {
        this.#untilMs = -Infinity;
        this.#show(false);
    }

    /** @param {boolean} frozen */
    #show(frozen) {
        this.#still.hidden = !frozen;
        this.#note.hidden = !frozen;
    }
}
