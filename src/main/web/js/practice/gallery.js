/** A video picked from the phone's gallery takes the recording's own way: sliced, kept, sent. */

import { TakeWriter } from './chunks.js';
import { wifiOnly } from './connection.js';
import { ask, clock, megabytes, one, say, setText } from './page.js';
import { change } from './shelf.js';
import { examine } from './video-file.js';

const SLICE = 4 * 1024 * 1024;
const ANY_TYPE = 'application/octet-stream';

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
 * Tells what the file is and what it costs to send, and asks whether to use it. What cannot be used is said in the gallery's stage.
 *
 * @param {File} file
 * @param {HTMLElement} stage
 * @returns {Promise<import('./video-file.js').VideoFile | undefined>} nothing when it cannot or shall not be used
 */
export async function agreed(file, stage) {
    const fault = one('[data-file-fault]', stage);
    fault.hidden = true;
    setText(one('[data-pick]', stage), say('checking-file'));
    const found = await examine(file);
    setText(one('[data-pick]', stage), say('pick'));
    if (found.refusal) {
        fault.hidden = false;
        setText(fault, say(`file-${found.refusal}`));
        return undefined;
    }
    setText(one('[data-file-name]'), file.name);
    const doubts = one('[data-doubts]');
    doubts.hidden = found.doubts.length === 0;
    setText(doubts, found.doubts.map((doubt) => say(`file-${doubt}`)).join(' '));
    return (await ask('file', { cost: await costOf(file, found.lengthMs) })) ? found : undefined;
}

/** @param {File} file @param {number} lengthMs */
async function costOf(file, lengthMs) {
    const cost = say((await wifiOnly()) ? 'file-cost-wifi' : 'file-cost', { mb: megabytes(file.size) });
    return lengthMs ? `${say('file-length', { time: clock(lengthMs) })} · ${cost}` : cost;
}

/**
 * Copies the file to the shelf, going on after the last slice already there, and ends the attempt.
 *
 * @param {import('./attempt.js').Attempt} attempt
 * @param {File} file
 * @param {import('./video-file.js').VideoFile} found
 * @param {(bytes: number) => void} onProgress
 */
export async function copy(attempt, file, { lengthMs, type }, onProgress) {
    await change(attempt.id, (fresh) => {
        fresh.picked = { name: file.name, size: file.size, modified: file.lastModified, copied: false };
    });
    const about = { type: type || ANY_TYPE, startedAt: new Date(file.lastModified - lengthMs).toISOString() };
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
