/** Reads the boxes of an ISO media file (ISO/IEC 14496-12: MP4, MOV, 3GP) for its tracks, and whether it is whole. */

import { BEGINNING } from './loudness.js';

const HEADER = 16;
/** No phone writes a longer index. */
const LONGEST_INDEX = 32 * 1024 * 1024;
/** Ten seconds of a phone's best camera, as long as a fragment gets. */
const LONGEST_FRAGMENT = 32 * 1024 * 1024;
/** The type of the box with pictures and sounds, as a number. */
const MDAT = 0x6d646174;
const MOST_BOXES = 100_000;

/**
 * @param {Blob} file
 * @returns {Promise<import('./video-file.js').Tracks | undefined>} undefined if it has no index, without which no
 *     player can play it
 */
export async function isoTracks(file) {
    /** @type {{at: number, start: number, end: number} | undefined} */
    let index;
    /** @type {{at: number, start: number, fragment: number} | undefined} */
    let data;
    let cut = false;
    let fragmented = false;
    for (let at = 0, boxes = 0; at + 8 <= file.size && boxes < MOST_BOXES; boxes++) {
        const box = header(new DataView(await file.slice(at, at + HEADER).arrayBuffer()), file.size - at);
        if (!box) {
            cut = true;
            break;
        }
        cut = at + box.size > file.size;
        if (box.type === 'moov' && !cut && box.size <= LONGEST_INDEX) {
            index = { at, start: at + box.start, end: at + box.size };
        } else if (box.type === 'mdat') {
            data ??= { at, start: at + box.start, fragment: fragmented && box.size <= LONGEST_FRAGMENT ? at + box.size : 0 };
        }
        fragmented ||= box.type === 'moof';
        at += box.size;
    }
    if (!index) {
        return undefined;
    }
    const kinds = handlers(new DataView(await file.slice(index.start, index.end).arrayBuffer()));
    return { picture: kinds.includes('vide'), sound: kinds.includes('soun'), cut, beginning: beginning(file, index, data) };
}

/**
 * The first seconds as a file of their own: a phone writes its index behind the pictures and sounds, so most of these
 * are left out between. Their offsets in the file stay the same, because the index refers to them.
 *
 * @param {Blob} file
 * @param {{at: number, end: number}} index
 * @param {{at: number, start: number, fragment: number} | undefined} data with the end of the fragment it is, if it is one
 */
function beginning(file, index, data) {
    if (!data || index.at < data.at) {
        // A fragment may have its sounds after all its pictures: a part of it might be without sound.
        return file.slice(0, Math.max(index.end + BEGINNING, data?.fragment ?? 0));
    }
    const end = Math.min(data.start + BEGINNING, index.at);
    const head = new DataView(new ArrayBuffer(data.start - data.at));
    head.setUint32(0, head.byteLength === 8 ? end - data.at : 1);
    head.setUint32(4, MDAT);
    if (head.byteLength > 8) {
        head.setBigUint64(8, BigInt(end - data.at));
    }
    return new Blob([file.slice(0, data.at), head.buffer, file.slice(data.start, end), file.slice(index.at, index.end)]);
}

/**
 * @param {DataView} view at the box
 * @param {number} left bytes until the end of what contains it: a size of 0 means up to there
 */
function header(view, left) {
    if (view.byteLength < 8) {
        return undefined;
    }
    const type = text(view, 4);
    const size = view.getUint32(0);
    if (size === 1) {
        return view.byteLength < 16 ? undefined : { type, start: 16, size: Number(view.getBigUint64(8)) };
    }
    return size === 0 ? { type, start: 8, size: left } : size < 8 ? undefined : { type, start: 8, size };
}

/** The kinds of the tracks, from their handlers. @param {DataView} boxes @returns {string[]} */
function handlers(boxes) {
    /** @type {string[]} */
    const found = [];
    for (let at = 0; at + 8 <= boxes.byteLength;) {
        const rest = new DataView(boxes.buffer, boxes.byteOffset + at);
        const box = header(rest, rest.byteLength);
        if (!box) {
            break;
        }
        const end = Math.min(box.size, rest.byteLength);
        if ((box.type === 'trak' || box.type === 'mdia') && end > box.start) {
            found.push(...handlers(new DataView(rest.buffer, rest.byteOffset + box.start, end - box.start)));
        } else if (box.type === 'hdlr' && end >= box.start + 12) {
            found.push(text(rest, box.start + 8));
        }
        at += box.size;
    }
    return found;
}

/** @param {DataView} view @param {number} at */
function text(view, at) {
    return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, 4));
}
