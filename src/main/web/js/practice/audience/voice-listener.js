/** Listens to the microphone that is recorded for the moments at which the host begins to speak. */

/** So long a browser may take to let sound be listened to; whoever has just tapped is let at once. */
const PATIENCE_MS = 2_000;

/** @typedef {{close: () => void}} VoiceListener */

/**
 * @param {MediaStream} stream
 * @param {string} script address of the worklet, `practice-voice.js`
 * @param {import('../../app/clock.js').Clock} clock
 * @param {(agoMs: number) => void} onVoice the host has begun to speak, so many milliseconds ago
 * @returns {Promise<VoiceListener | undefined>} nothing where this phone cannot listen
 */
export async function listen(stream, script, clock, onVoice) {
    if (!('AudioWorkletNode' in window) || stream.getAudioTracks().length === 0) {
        return undefined;
    }
    const context = new AudioContext();
    try {
        await context.audioWorklet.addModule(script);
        await Promise.race([context.resume(), new Promise((late) => clock.after(PATIENCE_MS, () => late(undefined)))]);
        if (context.state !== 'running') {
            throw new Error(`sound is ${context.state}`);
        }
        const voice = new AudioWorkletNode(context, 'voice', { numberOfOutputs: 0 });
        voice.port.onmessage = ({ data }) => data.speaking && onVoice(data.agoMs);
        context.createMediaStreamSource(stream).connect(voice);
        return { close: () => context.close() };
    } catch (fault) {
        console.warn('the audience cannot hear the host:', fault);
        context.close();
        return undefined;
    }
}
