/** A second recorder of the same camera, with a smaller picture or with none. */

import { recordedType } from './camera.js';

const SLICE_MS = 2_000;

/**
 * Begins it.
 *
 * @param {MediaStream} stream that is recorded
 * @param {import('../live/live-copy.js').Quality} quality
 * @param {(bytes: Blob) => void} onBytes
 * @param {() => void} onFault
 * @returns {{end: () => void}}
 */
export function recordSmall(stream, { video, audio, longer, frameRate }, onBytes, onFault) {
    const soundAlone = video === 0;
    const pictures = (soundAlone ? [] : stream.getVideoTracks()).map((track) => track.clone());
    // Where a phone cannot make the picture smaller, fewer bits for the whole of it have to do.
    pictures.forEach((track) => track.applyConstraints(smaller(track, longer, frameRate)).catch(() => {}));
    const end = () => pictures.forEach((track) => track.stop());
    try {
        const tracks = new MediaStream([...pictures, ...stream.getAudioTracks()]);
        const recorder = new MediaRecorder(tracks, /** @type {MediaRecorderOptions} */ ({
            mimeType: recordedType(soundAlone),
            ...(!soundAlone && { videoBitsPerSecond: video }),
            audioBitsPerSecond: audio,
            videoKeyFrameIntervalDuration: SLICE_MS,
        }));
        recorder.addEventListener('dataavailable', ({ data }) => onBytes(data));
        recorder.addEventListener('error', onFault);
        recorder.addEventListener('stop', end);
        recorder.start(SLICE_MS);
        return { end: () => (recorder.state === 'inactive' ? end() : recorder.stop()) };
    } catch (fault) {
        end();
        throw fault;
    }
}

/**
 * In the shape the picture has, however the phone is held.
 *
 * @param {MediaStreamTrack} track
 * @param {number} longer
 * @param {number} frameRate
 * @returns {MediaTrackConstraints}
 */
function smaller(track, longer, frameRate) {
    const { width = longer, height = longer } = track.getSettings();
    const by = Math.min(1, longer / Math.max(width, height));
    return { width: Math.round(width * by), height: Math.round(height * by), frameRate };
}
