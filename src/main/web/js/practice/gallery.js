/** A video picked from the phone's gallery takes the recording's own way: sliced, kept, sent. */

import { change } from './shelf.js';
import { TakeWriter } from './chunks.js';

const SLICE = 4 * 1024 * 1024;
const TYPES = {
    mp4: 'video/mp4',
    m4v: 'video/mp4',
    mov: 'video/quicktime',
    webm: 'video/webm',
    '3gp': 'video/3gpp',
    mkv: 'video/x-matroska',
};

/** Whether this is the very file whose copying was cut short. @param {import('./attempt.js').Attempt} attempt @param {File} file */
export function samePick(attempt, file) {
    const picked = attempt.picked;
    return !picked || (picked.name === file.name && picked.size === file.size && picked.modified === file.lastModified);
}

/** Whether the phone has room for a second copy, as far as the browser tells. @param {File} file */
export async function fits(file) {
    const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
    return quota === undefined || usage === undefined || file.size < quota - usage;
}

/**
 * Copies the file to the shelf, going on after the last slice already there, and ends the attempt.
 *
 * @param {import('./attempt.js').Attempt} attempt
 * @param {File} file
 * @param {(bytes: number) => void} onProgress
 */
export async function copy(attempt, file, onProgress) {
    await change(attempt.id, (fresh) => {
        fresh.picked = { name: file.name, size: file.size, modified: file.lastModified, copied: false };
    });
    const lengthMs = await lengthOf(file);
    const about = { type: file.type || typeByName(file.name), startedAt: new Date(file.lastModified - lengthMs).toISOString() };
    const there = attempt.takes[0]?.pieces.length ?? 0;
    const writer = new TakeWriter(attempt.id, 1, about, there);
    for (let from = there * SLICE; from < file.size; from += SLICE) {
        onProgress(from);
        const to = Math.min(from + SLICE, file.size);
        await writer.write(file.slice(from, to), Math.round((lengthMs * to) / file.size));
    }
    await change(attempt.id, (fresh) => {
        fresh.picked = { ...fresh.picked, copied: true };
        fresh.endedAt = new Date().toISOString();
    });
    onProgress(file.size);
}

/** @param {string} name */
function typeByName(name) {
    return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}

/** @param {File} file @returns {Promise<number>} milliseconds; 0 when this browser cannot tell, the server measures anyway */
async function lengthOf(file) {
    const video = document.createElement('video');
    video.preload = 'metadata';
    video.src = URL.createObjectURL(file);
    try {
        await new Promise((resolve) => {
            video.onloadedmetadata = resolve;
            video.onerror = resolve;
        });
        return Number.isFinite(video.duration) ? Math.round(video.duration * 1000) : 0;
    } finally {
        URL.revokeObjectURL(video.src);
    }
}
