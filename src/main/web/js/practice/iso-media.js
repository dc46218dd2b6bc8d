/** Reads the boxes of an ISO media file (ISO/IEC 14496-12: MP4, MOV, 3GP) for its tracks, and whether it is whole. */

const HEADER = 16;
/** An index longer than this is no phone's. */
const LONGEST_INDEX = 32 * 1024 * 1024;
const MOST_BOXES = 100_000;

/**
 * @param {Blob} file
 * @returns {Promise<import('./video-file.js').Tracks | undefined>} nothing when it has no index, without which nobody can play it
 */
export async function isoTracks(file) {
    let index;
    let cut = false;
    for (let at = 0, boxes = 0; at + 8 <= file.size && boxes < MOST_BOXES; boxes++) {
        const box = header(new DataView(await file.slice(at, at + HEADER).arrayBuffer()), file.size - at);
        if (!box) {
            cut = true;
            break;
        }
        cut = at + box.size > file.size;
        if (box.type === 'moov' && !cut && box.size <= LONGEST_INDEX) {
            index = new DataView(await file.slice(at + box.start, at + box.size).arrayBuffer());
        }
        at += box.size;
    }
    if (!index) {
        return undefined;
    }
    const kinds = handlers(index);
    return { picture: kinds.includes('vide'), sound: kinds.includes('soun'), cut };
}

/**
 * @param {DataView} view at the box
 * @param {number} left bytes until the end of what holds it: a size of 0 means up to there
 */
function header(view, left) {
    if (view.byteLength < 8) {
        return undefined;
    }
    const type = text(view, 4);
    const told = view.getUint32(0);
    if (told === 1) {
        return view.byteLength < 16 ? undefined : { type, start: 16, size: Number(view.getBigUint64(8)) };
    }
    return told === 0 ? { type, start: 8, size: left } : told < 8 ? undefined : { type, start: 8, size: told };
}

/** What the tracks are, as their handlers say. @param {DataView} boxes @returns {string[]} */
function handlers(boxes) {
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
