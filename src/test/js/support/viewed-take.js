import { LiveCopy } from '#js/practice/live/live-copy.js';

/** The copy that viewers of a take are shown while the network is slow, from a second recorder that a test has slice. */
export class ViewedTake {
    copy;
    /** @type {((bytes: Blob) => void) | undefined} */
    #onBytes;

    /**
     * @param {import('#js/practice/recording/recorder.js').TakeRecorder} recorder
     * @param {Omit<import('#js/practice/live/live-copy.js').Ports, 'recorder' | 'record'>} ports
     */
    constructor(recorder, ports) {
        this.copy = new LiveCopy({
            ...ports,
            recorder,
            record: (_, onBytes) => {
                this.#onBytes = onBytes;
                return { end: () => (this.#onBytes = undefined) };
            },
        });
    }

    /** The second recorder hands out what it has, if there is one. */
    slice() {
        this.#onBytes?.(new Blob(['of a copy']));
    }
}
