/** Records what is spoken of an attempt, one minute at most, and ends by itself. */

import { closeCamera, openCamera, recordedType } from '../recording/camera.js';

/** As the server takes it. */
const LONGEST_MS = 60_000;

const BITS_PER_SECOND = 32_000;
const TICK_MS = 250;

/** @typedef {{bytes: ArrayBuffer, type: string}} Spoken */

/** Whether this browser can record a voice. */
export function canSpeak() {
    try {
        return window.isSecureContext && 'mediaDevices' in navigator && recordedType(true) !== '';
    } catch {
        return false;
    }
}

export class VoiceRecorder {
    #clock;
    /** @type {() => void} */
    #stop = () => {};

    /** @param {import('../../app/clock.js').Clock} clock */
    constructor(clock) {
        this.#clock = clock;
    }

    /**
     * Records until {@link stop}, the end of the minute, or the microphone's.
     *
     * @param {(leftMs: number) => void} onTick
     * @returns {Promise<Spoken>}
     * @throws {import('../recording/camera.js').CameraFault} when there is no microphone to be had
     */
    async record(onTick) {
        const stream = await openCamera('user', true);
        try {
            return await this.#recorded(stream, onTick);
        } finally {
            closeCamera(stream);
        }
    }

    stop() {
        this.#stop();
    }

    /** @param {MediaStream} stream @param {(leftMs: number) => void} onTick @returns {Promise<Spoken>} */
    #recorded(stream, onTick) {
        const type = recordedType(true);
        const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS_PER_SECOND });
        /** @type {Blob[]} */
        const blobs = [];
        const from = this.#clock.elapsed();
        let cancel = () => {};
        const tick = () => {
            const leftMs = LONGEST_MS - (this.#clock.elapsed() - from);
            onTick(Math.max(0, leftMs));
            if (leftMs > 0) {
                cancel = this.#clock.after(Math.min(TICK_MS, leftMs), tick);
            } else {
                this.stop();
            }
        };
        return new Promise((resolve, reject) => {
            recorder.addEventListener('dataavailable', ({ data }) => blobs.push(data));
            recorder.addEventListener('error', () => reject(new Error('the recorder failed')));
            // Also when the microphone was taken away: what was spoken until then is there.
            recorder.addEventListener('stop', () => {
                cancel();
                new Blob(blobs).arrayBuffer().then((bytes) => resolve({ bytes, type }), reject);
            });
            this.#stop = () => recorder.state !== 'inactive' && recorder.stop();
            recorder.start();
            tick();
        });
    }
}
