/** What the browser's audio thread has and TypeScript's declarations of the page lack. */

interface AudioWorkletScope {
    /** In Hz. */
    readonly sampleRate: number;
    readonly AudioWorkletProcessor: { new (): { readonly port: MessagePort } };
    registerProcessor(name: string, processor: { new (): { process(inputs: Float32Array[][]): boolean } }): void;
}
