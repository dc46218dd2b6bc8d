/**
 * Examines a file from the gallery before anything of it is sent. Chromium does not report whether a video has sound, so
 * the file itself is read: ISO media (MP4, MOV, 3GP) and Matroska (WebM, MKV), the formats of phones. For other formats
 * the browser's player decides.
 */

import { isoTracks } from './iso-media.js';
import { isMute } from './loudness.js';
import { matroskaTracks } from './matroska.js';

/**
 * @typedef {'empty' | 'no-video' | 'no-picture' | 'unreadable'} Refusal why it cannot be used at all
 * @typedef {'cut' | 'no-sound' | 'mute' | 'sound-only'} Doubt what its owner should know before it is used
 *
 * @typedef {object} Tracks
 * @property {boolean} picture
 * @property {boolean} sound
 * @property {boolean} cut the file ends before what it announces
 * @property {Blob} [beginning] the first seconds, as a file of their own that can be decoded
 *
 * @typedef {object} VideoFile
 * @property {Refusal} [refusal]
 * @property {Doubt[]} doubts
 * @property {number} lengthMs 0 if unknown
 * @property {string} type of its bytes, whatever the file's name
 */

/**
 * First bytes of files that are neither videos nor sounds we can use, whatever their name: pictures, documents, packed
 * files, texts and lists of other files.
 */
const NO_VIDEO = [
    /^\xff\xd8\xff/, /^\x89PNG/, /^GIF8/, /^RIFF....WEBP/s, /^BM/, /^....ftyp(heic|heix|mif1|avif)/s,
    /^fLaC/, /^OggS/,
    /^%PDF/, /^PK/, /^Rar!/, /^7z\xbc\xaf/, /^\x1f\x8b/, /^\xd0\xcf\x11\xe0/,
    /^\xef\xbb\xbf/, /^\s*[<{[#]/, /^ffconcat/, /^[\x09\x0a\x0d\x20-\x7e]{64}/,
];
/** What phones' voice recorders write, besides ISO media. */
const SOUNDS = /** @type {const} */ ([
    [/^(ID3|\xff[\xfb\xf3\xf2\xfa])/, 'audio/mpeg'],
    [/^\xff[\xf1\xf9]/, 'audio/aac'],
    [/^RIFF....WAVE/s, 'audio/wav'],
    [/^#!AMR/, 'audio/amr'],
]);
const ISO = /^....(ftyp|moov|mdat|wide|free|skip|moof|styp)/s;
/** The players of some phones never answer. */
const PLAYER_TIMEOUT_MS = 8_000;
const MATROSKA = /^\x1a\x45\xdf\xa3/;

/** @param {File} file @returns {Promise<VideoFile>} */
export async function examine(file) {
    const found = (/** @type {Partial<VideoFile>} */ more) => ({ doubts: [], lengthMs: 0, type: file.type, ...more });
    if (file.size === 0) {
        return found({ refusal: 'empty' });
    }
    const start = latin(await bytes(file, 0, 64));
    const sound = SOUNDS.find(([kind]) => kind.test(start));
    if (sound) {
        return found({ doubts: ['sound-only'], lengthMs: (await played(file)).lengthMs, type: sound[1] });
    }
    if (NO_VIDEO.some((kind) => kind.test(start))) {
        return found({ refusal: 'no-video' });
    }
    const [type, read] = kindOf(start);
    const tracks = read && (await read(file));
    const player = await played(file);
    if (!read && !player.plays) {
        return found({ refusal: 'no-video' });
    }
    if (read && !tracks) {
        return found({ refusal: 'unreadable' });
    }
    const picture = tracks ? tracks.picture : player.picture;
    if (!picture && !tracks?.sound) {
        return found({ refusal: 'no-picture' });
    }
    /** @type {Doubt[]} */
    const doubts = picture ? [] : ['sound-only'];
    if (tracks?.cut) {
        doubts.push('cut');
    }
    doubts.push(...(await soundDoubts(tracks)));
    return found({ doubts, lengthMs: player.lengthMs, type: type ?? file.type });
}

/** @param {Tracks | undefined} tracks @returns {Promise<Doubt[]>} */
async function soundDoubts(tracks) {
    if (!tracks?.sound) {
        return tracks ? ['no-sound'] : [];
    }
    return tracks.beginning && (await isMute(tracks.beginning)) ? ['mute'] : [];
}

/** @param {string} start @returns {[string?, ((file: Blob) => Promise<Tracks | undefined>)?]} */
function kindOf(start) {
    if (ISO.test(start)) {
        return [/^....ftypqt/s.test(start) ? 'video/quicktime' : 'video/mp4', isoTracks];
    }
    return MATROSKA.test(start) ? [start.includes('webm') ? 'video/webm' : 'video/x-matroska', matroskaTracks] : [];
}

/** @param {Blob} file @param {number} from @param {number} length */
export async function bytes(file, from, length) {
    return new Uint8Array(await file.slice(from, from + length).arrayBuffer());
}

/** @param {Uint8Array} some */
function latin(some) {
    return String.fromCharCode(...some);
}

/** Whether the browser can play it. A format it cannot play may still be a good video. @param {File} file */
async function played(file) {
    const video = document.createElement('video');
    video.preload = 'metadata';
    video.src = URL.createObjectURL(file);
    try {
        const plays = await new Promise((resolve) => {
            video.onloadedmetadata = () => resolve(true);
            video.onerror = () => resolve(false);
            setTimeout(resolve, PLAYER_TIMEOUT_MS, false);
        });
        const lengthMs = Number.isFinite(video.duration) ? Math.round(video.duration * 1000) : 0;
        return { plays, picture: video.videoWidth > 0, lengthMs };
    } finally {
        URL.revokeObjectURL(video.src);
    }
}
