/** Measures the sound of a microphone in the browser's audio thread: when somebody speaks, and how. */

/** A browser may delay access to the sound until the person has tapped. */
const TIMEOUT_MS = 2_000;

/**
 * @typedef {{close: () => void}} Microphone
 *
 * @typedef {object} MicrophoneUse
 * @property {(agoMs: number) => void} [onVoice] somebody began to speak that many milliseconds ago
 * @property {(reading: import('./sound-meter.js').SoundReading) => void} [onReading] a second has been measured
 */

/**
 * @param {MediaStream} stream with the microphone's track
 * @param {string} script address of the worklet, `practice-voice.js`
 * @param {import('../../app/clock.js').Clock} clock
 * @param {MicrophoneUse} use
 * @returns {Promise<Microphone | undefined>} undefined if this phone cannot listen
 */
export async function listen(stream, script, clock, { onVoice, onReading }) {
    if (!('AudioWorkletNode' in window) || stream.getAudioTracks().length === 0) {
        return undefined;
    }
    const context = new AudioContext();
    try {
        await context.audioWorklet.addModule(script);
        await Promise.race([context.resume(), new Promise((late) => clock.after(TIMEOUT_MS, () => late(undefined)))]);
        if (context.state !== 'running') {
            throw new Error(`sound is ${context.state}`);
        }
        const node = new AudioWorkletNode(context, 'voice', { numberOfOutputs: 0 });
        node.port.onmessage = ({ data: { voice, reading } }) => {
            if (voice?.speaking) {
                onVoice?.(voice.agoMs);
            }
            if (reading) {
                onReading?.(reading);
            }
        };
        context.createMediaStreamSource(stream).connect(node);
        return { close: () => context.state === 'closed' || context.close() };
    } catch (fault) {
        console.warn('this phone cannot listen to its microphone:', fault);
        context.close();
        return undefined;
    }
}
