/** Measures one take while it is recorded: listens to the microphone and looks at the picture, and keeps what it finds. */

import { watchPicture } from '../signals/camera-pictures.js';
import { listen } from '../signals/microphone.js';
import { SignalTrack } from '../signals/signal-track.js';

/** A look at the picture costs a slow phone 50 ms. */
const LOOK_EVERY_MS = 1_000;

export class Measuring {
    #track;
    #microphone;
    #endPictures;
    /** @type {(agoMs: number) => void} */
    #onVoice = () => {};
    /** @type {(hears: boolean) => void} */
    #onHearing = () => {};

    /**
     * @param {object} what
     * @param {string} what.attempt
     * @param {{take: number, elapsedMs: number}} what.recorder that runs
     * @param {MediaStream} what.stream
     * @param {HTMLVideoElement} what.video that shows the camera
     * @param {string} what.script address of the worklet
     * @param {import('../../app/clock.js').Clock} what.clock
     * @param {import('../attempt/attempt-store.js').AttemptStore} what.store
     */
    constructor({ attempt, recorder, stream, video, script, clock, store }) {
        this.#track = new SignalTrack(store, attempt, recorder.take, () => recorder.elapsedMs);
        this.#microphone = listen(stream, script, clock, {
            onVoice: (agoMs) => this.#onVoice(agoMs),
            onReading: (reading) => this.#track.addSound(reading),
            onHearing: (hears) => this.#onHearing(hears),
        });
        this.#endPictures = watchPicture(video, (reading) => this.#track.addPicture(reading), LOOK_EVERY_MS);
    }

    /**
     * @param {(agoMs: number) => void} onVoice the host has begun to speak
     * @param {(hears: boolean) => void} onHearing this phone can tell no more, or again
     * @returns {Promise<boolean>} whether this phone can tell
     */
    async listen(onVoice, onHearing) {
        this.#onVoice = onVoice;
        this.#onHearing = onHearing;
        return (await this.#microphone) !== undefined;
    }

    async end() {
        this.#endPictures();
        const stored = this.#track.end();
        // However long the phone takes to store: the next take's microphone may be open by then.
        (await this.#microphone)?.close();
        await stored;
    }
}
