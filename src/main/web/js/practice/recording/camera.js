/** The phone's camera and what it can record. A fault's reason names a sentence of the page. */

/** The best first: every phone plays it back and the server need not re-encode it. */
const RECORDED_AS = [
    'video/mp4;codecs=avc1.42E01E,mp4a.40.2',
    'video/mp4;codecs=avc1.42E01E,opus',
    'video/webm;codecs=h264,opus',
    'video/webm;codecs=vp9,opus',
    'video/webm;codecs=vp8,opus',
];

/** Five megabytes a minute: what a villager can pay for, and enough for the 480 lines that the mentor is shown. */
export const BITS_PER_SECOND = { video: 576_000, audio: 64_000 };

/** About how many bytes so many seconds will take. @param {number} seconds */
export function bytesFor(seconds) {
    return (seconds * (BITS_PER_SECOND.video + BITS_PER_SECOND.audio)) / 8;
}

/** The camera cannot be used; `reason` names the sentence that tells what to do. */
export class CameraFault extends Error {
    /** @param {string} reason @param {unknown} [cause] */
    constructor(reason, cause) {
        super(reason, { cause });
        this.reason = reason;
    }
}

/** @returns {string} the first type this browser records */
export function recordedType() {
    const type = 'MediaRecorder' in window && RECORDED_AS.find((candidate) => MediaRecorder.isTypeSupported(candidate));
    if (!type) {
        throw new CameraFault('cannot-record');
    }
    return type;
}

/**
 * Requests camera and microphone.
 *
 * @param {'user' | 'environment'} facing the front or the back camera
 * @returns {Promise<MediaStream>}
 */
export async function openCamera(facing) {
    if (!window.isSecureContext) {
        throw new CameraFault('insecure');
    }
    if (!navigator.mediaDevices?.getUserMedia) {
        throw new CameraFault('cannot-record');
    }
    recordedType();
    try {
        return await navigator.mediaDevices.getUserMedia({
            // Browsers turn width and height with the phone: requested as 854 x 480, an upright phone gives 480 x 854.
            video: { facingMode: { ideal: facing }, width: { ideal: 854 }, height: { ideal: 480 }, frameRate: { ideal: 25, max: 30 } },
            audio: { echoCancellation: true, noiseSuppression: true },
        });
    } catch (fault) {
        throw new CameraFault(reasonOf(fault), fault);
    }
}

/** @param {unknown} fault */
function reasonOf(fault) {
    switch (fault instanceof Error ? fault.name : '') {
        case 'NotAllowedError':
        case 'SecurityError':
            return 'camera-refused';
        case 'NotFoundError':
        case 'OverconstrainedError':
            return 'no-camera';
        case 'NotReadableError':
        case 'AbortError':
            return 'camera-busy';
        default:
            return 'cannot-record';
    }
}

/** @returns {Promise<boolean>} whether there is a second camera to switch to */
export async function hasTwoCameras() {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter((device) => device.kind === 'videoinput').length > 1;
}

/** @param {MediaStream | undefined} stream */
export function closeCamera(stream) {
    stream?.getTracks().forEach((track) => track.stop());
}
