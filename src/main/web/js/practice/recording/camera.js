/** The phone's camera and what it can record. A fault's reason names a sentence of the page. */

/** The best first: every phone plays it back and the server need not re-encode it. */
const RECORDED_AS = [
    'video/mp4;codecs=avc1.42E01E,mp4a.40.2',
    'video/mp4;codecs=avc1.42E01E,opus',
    'video/webm;codecs=h264,opus',
    'video/webm;codecs=vp9,opus',
    'video/webm;codecs=vp8,opus',
];

/** Without a picture. */
const HEARD_AS = ['audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus', 'audio/mp4'];

/** Five megabytes a minute: what a villager can pay for, and enough for the 480 lines that the mentor is shown. */
export const BITS_PER_SECOND = { video: 576_000, audio: 64_000, soundOnly: 32_000 };

/** About how many bytes so many seconds will take. @param {number} seconds @param {boolean} [soundOnly] */
export function bytesFor(seconds, soundOnly) {
    return (seconds * (soundOnly ? BITS_PER_SECOND.soundOnly : BITS_PER_SECOND.video + BITS_PER_SECOND.audio)) / 8;
}

/** The same in megabytes, to be shown. @param {number} seconds @param {boolean} [soundOnly] */
export function megabytesFor(seconds, soundOnly) {
    const mb = bytesFor(seconds, soundOnly) / 1_000_000;
    return mb < 2 ? Math.max(0.1, mb).toFixed(1) : String(Math.round(mb));
}

/** The camera cannot be used; `reason` names the sentence that tells what to do. */
export class CameraFault extends Error {
    /** @param {string} reason @param {unknown} [cause] */
    constructor(reason, cause) {
        super(reason, { cause });
        this.reason = reason;
    }
}

/** @param {boolean} [soundOnly] @returns {string} the first type this browser records */
export function recordedType(soundOnly) {
    const types = soundOnly ? HEARD_AS : RECORDED_AS;
    const type = 'MediaRecorder' in window && types.find((candidate) => MediaRecorder.isTypeSupported(candidate));
    if (!type) {
        throw new CameraFault('cannot-record');
    }
    return type;
}

/**
 * Requests camera and microphone.
 *
 * @param {'user' | 'environment'} facing the front or the back camera
 * @param {boolean} [soundOnly] the microphone alone
 * @returns {Promise<MediaStream>}
 */
export async function openCamera(facing, soundOnly) {
    if (!window.isSecureContext) {
        throw new CameraFault('insecure');
    }
    if (!navigator.mediaDevices?.getUserMedia) {
        throw new CameraFault('cannot-record');
    }
    recordedType(soundOnly);
    try {
        return await navigator.mediaDevices.getUserMedia({
            // Browsers turn width and height with the phone: requested as 854 x 480, an upright phone gives 480 x 854.
            video: !soundOnly && {
                facingMode: { ideal: facing },
                width: { ideal: 854 },
                height: { ideal: 480 },
                frameRate: { ideal: 25, max: 30 },
            },
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
