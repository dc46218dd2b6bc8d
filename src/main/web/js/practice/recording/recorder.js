/**
 * Records one take of an attempt: the camera's stream becomes numbered chunks on the phone's disk.
 * However it ends - a tap, a phone call, a hidden page, a full phone - the chunks stored until then are a valid take.
 * A microphone that is taken away does not end it: the picture is still worth having.
 *
 * @typedef {'stopped' | 'interrupted' | 'phone-full'} EndReason
 */

import { last } from '../attempt/attempt.js';
import { TakeWriter } from '../attempt/take-writer.js';
import { BITS_PER_SECOND, recordedType } from './camera.js';

const SLICE_MS = 2000;

export class TakeRecorder {
    /** @type {number} */
    take;
    /** How many chunks were handed out. */
    chunks = 0;
    #stream;
    #onEnd;
    #onSound;
    #recorder;
    #writer;
    #startedAt = new Date();
    #started = performance.now();
    #over = false;
    /** @type {EndReason | undefined} */
    #why;
    /** @type {Promise<void>} */
    #done;

    /**
     * Starts recording.
     *
     * @param {{id: string, takes: {take: number}[]}} attempt
     * @param {MediaStream} stream
     * @param {import('../attempt/attempt-store.js').AttemptStore} store
     * @param {(why: EndReason) => void} onEnd called once, after the last chunk was stored or could not be
     * @param {(heard: boolean) => void} [onSound] the microphone was taken away, or came back
     */
    constructor(attempt, stream, store, onEnd, onSound = () => {}) {
        this.#stream = stream;
        this.#onEnd = onEnd;
        this.#onSound = onSound;
        const soundOnly = !hasPicture(stream);
        const type = recordedType(soundOnly);
        this.#recorder = new MediaRecorder(stream, /** @type {MediaRecorderOptions} */ ({
            mimeType: type,
            videoBitsPerSecond: BITS_PER_SECOND.video,
            audioBitsPerSecond: soundOnly ? BITS_PER_SECOND.soundOnly : BITS_PER_SECOND.audio,
            // MP4 is cut at key frames only: without one for every slice, chunks come late and a crash costs more.
            videoKeyFrameIntervalDuration: SLICE_MS,
        }));
        this.take = (last(attempt.takes)?.take ?? 0) + 1;
        this.#writer = new TakeWriter(store, attempt.id, this.take, { type, startedAt: this.#startedAt.toISOString() });
        this.#done = this.#run();
        this.#recorder.start(SLICE_MS);
    }

    /** Milliseconds of this take so far. */
    get elapsedMs() {
        return this.#over ? 0 : performance.now() - this.#started;
    }

    /** Resolves when the last chunk is on disk. */
    stop() {
        this.#end('stopped');
        return this.#done;
    }

    /** Ends the take so that the next one can begin with the camera and microphone opened anew. */
    interrupt() {
        this.#end('interrupted');
        return this.#done;
    }

    /** @param {EndReason} why */
    #end(why) {
        this.#why ??= why;
        if (this.#recorder.state !== 'inactive') {
            this.#recorder.stop();
        }
    }

    async #run() {
        const listeners = new AbortController();
        const interrupted = () => this.#end('interrupted');
        const { signal } = listeners;
        for (const track of this.#stream.getTracks()) {
            if (track.kind === 'audio') {
                // Without a picture nothing is left to record.
                const lost = hasPicture(this.#stream) ? () => this.#onSound(false) : interrupted;
                track.addEventListener('ended', lost, { signal });
                track.addEventListener('mute', () => this.#onSound(false), { signal });
                track.addEventListener('unmute', () => this.#onSound(true), { signal });
            } else {
                track.addEventListener('ended', interrupted, { signal });
            }
        }
        document.addEventListener('visibilitychange', () => document.hidden && interrupted(), { signal });
        window.addEventListener('pagehide', interrupted, { signal });
        this.#recorder.addEventListener('error', interrupted, { signal });

        /** @type {Promise<void>} */
        let stored = Promise.resolve();
        this.#recorder.addEventListener('dataavailable', ({ data }) => {
            if (data.size > 0) {
                this.chunks++;
                stored = this.#writer.write(data, Math.round(performance.now() - this.#started));
                stored.catch(() => this.#end('phone-full'));
            }
        });
        await new Promise((stopped) => this.#recorder.addEventListener('stop', stopped, { once: true }));
        listeners.abort();
        this.#over = true;
        const why = await stored.then(() => this.#why ?? 'interrupted', () => /** @type {const} */ ('phone-full'));
        this.#onEnd(why);
    }
}

/** @param {MediaStream} stream */
function hasPicture(stream) {
    return stream.getTracks().some(({ kind }) => kind === 'video');
}
