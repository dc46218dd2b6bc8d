/** Measures the sound of a microphone in the browser's audio thread: when somebody speaks, and how. */

/** A browser may delay access to the sound until the person has tapped. */
const TIMEOUT_MS = 2_000;
/** As often as readings come. */
const LOOK_EVERY_MS = 1_000;
/** So many looks in a row without a reading: this phone listens no more. Looks, not time: a busy page counts none meanwhile. */
const DEAF_AFTER = 5;

/**
 * @typedef {object} MicrophoneUse
 * @property {(agoMs: number) => void} [onVoice] somebody began to speak that many milliseconds ago
 * @property {(reading: import('./sound-meter.js').SoundReading) => void} [onReading] a second has been measured
 * @property {(hears: boolean) => void} [onHearing] this phone listens no more, although it has its microphone, or again
 */

/**
 * @param {MediaStream} stream with the microphone's track
 * @param {string} script address of the worklet, `practice-voice.js`
 * @param {import('../../app/clock.js').Clock} clock
 * @param {MicrophoneUse} use
 * @returns {Promise<Microphone | undefined>} undefined if this phone cannot listen
 */
export async function listen(stream, script, clock, use) {
    if (!('AudioWorkletNode' in window) || stream.getAudioTracks().length === 0) {
        return undefined;
    }
    /** @type {AudioContext | undefined} */
    let context;
    try {
        context = new AudioContext();
        await context.audioWorklet.addModule(script);
        await Promise.race([context.resume(), new Promise((late) => clock.after(TIMEOUT_MS, () => late(undefined)))]);
        if (context.state !== 'running') {
            throw new Error(`sound is ${context.state}`);
        }
        return new Microphone(context, stream, clock, use);
    } catch (fault) {
        console.warn('this phone cannot listen to its microphone:', fault);
        context?.close();
        return undefined;
    }
}

/**
 * Listens until it is closed. Whoever wants to hear keeps it: some browsers collect a source and a worklet that nothing
 * refers to, in the middle of the sound. A call or another app may interrupt the sound, too: it is asked to go on.
 */
export class Microphone {
    #context;
    #source;
    #node;
    #clock;
    #use;
    /** Looks since the last reading. */
    #silentLooks = 0;
    /** When it was asked to go on. */
    #askedAt = -Infinity;
    #cancelLook = () => {};

    /**
     * @param {AudioContext} context that runs
     * @param {MediaStream} stream
     * @param {import('../../app/clock.js').Clock} clock
     * @param {MicrophoneUse} use
     */
    constructor(context, stream, clock, use) {
        this.#context = context;
        this.#clock = clock;
        this.#use = use;
        this.#source = context.createMediaStreamSource(stream);
        this.#node = new AudioWorkletNode(context, 'voice', { numberOfOutputs: 0 });
        this.#node.port.onmessage = ({ data }) => this.#heard(data);
        this.#source.connect(this.#node);
        // Sound that stops again as soon as it goes on is not asked at the speed at which it does so.
        context.onstatechange = () => clock.elapsed() - this.#askedAt >= LOOK_EVERY_MS && this.#goOn();
        this.#lookAgain();
    }

    close() {
        this.#cancelLook();
        this.#context.onstatechange = null;
        this.#node.port.onmessage = null;
        this.#source.disconnect();
        if (this.#context.state !== 'closed') {
            this.#context.close();
        }
    }

    /** @param {{voice?: {speaking: boolean, agoMs: number}, reading?: import('./sound-meter.js').SoundReading}} data */
    #heard({ voice, reading }) {
        if (voice?.speaking) {
            this.#use.onVoice?.(voice.agoMs);
        }
        if (reading) {
            const wasDeaf = this.#silentLooks >= DEAF_AFTER;
            this.#silentLooks = 0;
            wasDeaf && this.#use.onHearing?.(true);
            this.#use.onReading?.(reading);
        }
    }

    #lookAgain() {
        this.#cancelLook = this.#clock.after(LOOK_EVERY_MS, () => {
            this.#silentLooks++;
            if (this.#silentLooks === DEAF_AFTER) {
                console.warn('no sound is measured any more: it is', this.#context.state);
                this.#use.onHearing?.(false);
            }
            this.#goOn();
            this.#lookAgain();
        });
    }

    /** Interrupted, it cannot go on before the call is over: then it is asked again. */
    #goOn() {
        if (!['running', 'closed'].includes(this.#context.state)) {
            this.#askedAt = this.#clock.elapsed();
            this.#context.resume().catch((fault) => console.warn('sound stays', this.#context.state, fault));
        }
    }
}
