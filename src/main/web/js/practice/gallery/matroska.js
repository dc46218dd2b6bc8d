/** Reads the first elements of a Matroska or WebM file (RFC 9559) for its tracks, and whether it is whole. */

import { BEGINNING } from './loudness.js';

const SEGMENT = 0x18538067;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const TRACK_TYPE = 0x83;
const CLUSTER = 0x1f43b675;
const PICTURE = 1;
const SOUND = 2;

/** The tracks come before the first cluster. */
const HEAD = 1024 * 1024;

/**
 * @param {Blob} file
 * @returns {Promise<import('./video-file.js').Tracks | undefined>} undefined if it lists no tracks
 */
export async function matroskaTracks(file) {
    const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
    /** @type {number[]} */
    const kinds = [];
    let cut = false;
    let listed = false;
    const read = (/** @type {number} */ from, /** @type {number} */ to) => {
        for (let at = from; at < to;) {
            const element = elementAt(head, at);
            if (!element || element.id === CLUSTER) {
                return;
            }
            const end = element.start + element.size;
            if (element.id === SEGMENT) {
                cut = Number.isFinite(element.size) && end > file.size;
                read(element.start, Math.min(end, head.length));
            } else if (element.id === TRACKS || element.id === TRACK_ENTRY) {
                listed = true;
                read(element.start, Math.min(end, head.length));
            } else if (element.id === TRACK_TYPE) {
                kinds.push(head[element.start]);
            }
            at = end;
        }
    };
    read(0, head.length);
    return listed
        ? { picture: kinds.includes(PICTURE), sound: kinds.includes(SOUND), cut, beginning: file.slice(0, BEGINNING) }
        : undefined;
}

/** @param {Uint8Array} head @param {number} at */
function elementAt(head, at) {
    const id = number(head, at, true);
    const size = id && number(head, at + id.length, false);
    return size && { id: id.value, size: size.value, start: at + id.length + size.length };
}

/**
 * A number of variable length: its leading zero bits give its length in bytes.
 *
 * @param {Uint8Array} head
 * @param {number} at
 * @param {boolean} marked whether the length's own bit is part of it, as in ids
 */
function number(head, at, marked) {
    const length = Math.clz32(head[at] ?? 0) - 23;
    if (length > 8 || at + length > head.length) {
        return undefined;
    }
    let value = marked ? head[at] : head[at] & (0xff >> length);
    let unknown = !marked && value === 0xff >> length;
    for (let i = 1; i < length; i++) {
        value = value * 256 + head[at + i];
        unknown &&= head[at + i] === 0xff;
    }
    return { length, value: unknown ? Infinity : value };
}
