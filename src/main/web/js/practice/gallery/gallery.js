/** A video picked from the phone's gallery is sliced, stored and uploaded like a recording. */

import { clock } from '../../app/clock.js';
import { confirmedIn, find, message, setText } from '../../app/dom.js';
import { megabytes, minutes } from '../../app/format.js';
import { inTime } from '../../app/in-time.js';
import { TakeWriter } from '../attempt/take-writer.js';

const SLICE = 4 * 1024 * 1024;
/** Where the network stalls, nobody waits longer for code. */
const LONGEST_FETCH_MS = 8_000;
const ANY_TYPE = 'application/octet-stream';

/** @param {HTMLElement} root @param {(file: File) => unknown} pick */
export function onPick(root, pick) {
    const input = /** @type {HTMLInputElement} */ (find('[data-file]', root));
    input.addEventListener('change', () => {
        const picked = input.files?.[0];
        // Otherwise picking the same file again would be no change.
        input.value = '';
        if (picked) {
            pick(picked);
        }
    });
}

/**
 * Whether this is the same file as the one whose copying was interrupted.
 *
 * @param {import('../attempt/attempt.js').Attempt} attempt
 * @param {File} file
 */
export function samePick(attempt, file) {
    const picked = attempt.picked;
    return !picked || (picked.name === file.name && picked.size === file.size && picked.modified === file.lastModified);
}

/**
 * Whether the phone has room for a second copy, as far as the browser reports it.
 *
 * @param {File} file
 * @param {(least: number) => Promise<boolean>} makeRoom for so many bytes; whether there may be now
 * @returns {Promise<boolean>}
 */
export async function fits(file, makeRoom) {
    const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
    if (quota === undefined || usage === undefined || file.size < quota - usage) {
        return true;
    }
    return (await makeRoom(file.size - (quota - usage))) && fits(file, async () => false);
}

/**
 * Shows what the file is and what it costs to send, and lets the person decide whether to use it. A file that cannot be
 * used is reported in the gallery's stage.
 *
 * @param {File} file
 * @param {HTMLElement} stage
 * @param {boolean} wifiOnly
 * @param {Promise<{examine: typeof import('./video-file.js').examine}>} code that looks into files
 * @param {Pick<import('../../app/clock.js').Clock, 'after'>} [timer]
 * @returns {Promise<import('./video-file.js').VideoFile | undefined>} undefined if it cannot or shall not be used
 */
export async function agreed(file, stage, wifiOnly, code, timer = clock) {
    const fault = find('[data-file-fault]', stage);
    fault.hidden = true;
    setText(find('[data-pick]', stage), message('checking-file'));
    const { examine } = (await inTime(code, LONGEST_FETCH_MS, timer)) ?? { examine: unseen };
    const found = await examine(file);
    setText(find('[data-pick]', stage), message('pick'));
    if (found.refusal) {
        fault.hidden = false;
        setText(fault, message(`file-${found.refusal}`));
        return undefined;
    }
    setText(find('[data-file-name]'), file.name);
    const doubts = find('[data-doubts]');
    doubts.hidden = found.doubts.length === 0;
    setText(doubts, found.doubts.map((doubt) => message(`file-${doubt}`)).join(' '));
    return (await confirmedIn('file', { cost: costOf(file, found.lengthMs, wifiOnly) })) ? found : undefined;
}

/** Where the code that looks into files is not there: the server looks as well. @type {typeof import('./video-file.js').examine} */
async function unseen({ type }) {
    return { doubts: [], lengthMs: 0, type };
}

/** @param {File} file @param {number} lengthMs @param {boolean} wifiOnly */
function costOf(file, lengthMs, wifiOnly) {
    const cost = message(wifiOnly ? 'file-cost-wifi' : 'file-cost', { mb: megabytes(file.size) });
    return lengthMs ? `${message('file-length', { time: minutes(lengthMs) })} · ${cost}` : cost;
}

/**
 * Copies the file to the phone's own disk, continuing after the last slice already there, and ends the attempt.
 *
 * @param {import('../attempt/attempt.js').Attempt} attempt
 * @param {File} file
 * @param {import('./video-file.js').VideoFile} found
 * @param {import('../attempt/attempt-store.js').AttemptStore} store
 * @param {(bytes: number) => void} onProgress
 */
export async function copy(attempt, file, { lengthMs, type }, store, onProgress) {
    const picked = { name: file.name, size: file.size, modified: file.lastModified };
    await store.update(attempt.id, (fresh) => {
        fresh.picked = { ...picked, copied: false };
    });
    const about = { type: type || ANY_TYPE, startedAt: new Date(file.lastModified - lengthMs).toISOString() };
    const there = attempt.takes[0]?.pieces.length ?? 0;
    const writer = new TakeWriter(store, attempt.id, 1, about, there);
    for (let from = there * SLICE; from < file.size; from += SLICE) {
        onProgress(from);
        const to = Math.min(from + SLICE, file.size);
        await writer.write(file.slice(from, to), Math.round((lengthMs * to) / file.size));
    }
    await store.update(attempt.id, (fresh) => {
        fresh.picked = { ...picked, copied: true };
        fresh.endedAt = new Date().toISOString();
    });
    onProgress(file.size);
}
