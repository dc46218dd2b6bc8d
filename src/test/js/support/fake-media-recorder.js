/** The browser's recorder: a test hands out its slices. */
export class FakeMediaRecorder extends EventTarget {
    static isTypeSupported = (/** @type {string} */ type) => /^(video|audio)\/webm/.test(type);
    /** The one made last. @type {FakeMediaRecorder} */
    static latest;
    state = 'inactive';
    /** What it hands out when it is stopped. */
    rest = 'last';

    constructor() {
        super();
        FakeMediaRecorder.latest = this;
    }

    start() {
        this.state = 'recording';
    }

    stop() {
        this.state = 'inactive';
        this.slice(this.rest);
        this.dispatchEvent(new Event('stop'));
    }

    /** @param {string} bytes */
    slice(bytes) {
        this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob(bytes ? [bytes] : []) }));
    }
}
