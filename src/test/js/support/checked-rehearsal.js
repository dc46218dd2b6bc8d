import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { missing, recordedMs, safeMs } from '#js/practice/attempt/attempt.js';
import { onDisk } from './memory-indexed-db.js';

/** Less than this is not noticed when a page dies: half a second, and a quarter until the next sign of life. */
const UNNOTICED_MS = 750;

/**
 * Rehearses through all cuts: every recorded second ends on the server, and until then on the phone, and is said so.
 *
 * @param {import('./cut-rehearsal.js').CutRehearsal} rehearsal
 * @param {number} seed
 */
export async function checkCutRehearsal(rehearsal, seed) {
    await rehearsal.rehearse();
    if (seed % 3 === 0) {
        rehearsal.loseNetwork();
        await rehearsal.wait(10_000);
        const attempt = await rehearsal.now();
        assert.equal(rehearsal.says, 'offline');
        const kept = onDisk('chunks').map(({ take, seq }) => `${take}/${seq}`);
        assert.deepEqual(missing(attempt).map(({ take, seq }) => `${take}/${seq}`).filter((chunk) => !kept.includes(chunk)), []);
        assert.ok(safeMs(attempt) <= recordedMs(attempt));
    }
    await rehearsal.recover();

    const attempt = await rehearsal.now();
    assert.ok(attempt.submittedAt, `handed in; now ${rehearsal.says}, ${attempt.trouble ?? 'no trouble'}`);
    assert.equal(safeMs(attempt), recordedMs(attempt));
    assert.deepEqual(rehearsal.unsaidMs.filter((ms) => Math.abs(ms) > UNNOTICED_MS), [], 'milliseconds neither stored nor said to be lost');

    const phone = onDisk('chunks');
    const texts = phone.map(({ bytes }) => new TextDecoder().decode(bytes));
    assert.deepEqual(texts, rehearsal.slices.filter((text) => texts.includes(text)), 'in the order of the camera');
    const stored = await rehearsal.server.chunksOf(attempt.id) ?? new Map();
    const onServer = [...stored].sort(([one], [other]) => one - other).flatMap(([take, chunks]) =>
        [...chunks].sort(([one], [other]) => one - other).map(([seq, digest]) => `${take}/${seq} ${digest}`));
    assert.deepEqual(onServer, phone.map(({ take, seq, bytes }) => `${take}/${seq} ${sha256(bytes)}`));
    for (const [place, beside] of rehearsal.server.copies) {
        const take = attempt.takes.find(({ take: number }) => number === parseInt(place, 10));
        assert.ok(beside <= (take?.pieces.length ?? 0), `copy ${place} is beside what was recorded`);
    }
    assert.deepEqual([...stored.keys()].sort(), attempt.takes.map(({ take }) => take), 'no take that the phone does not know');
}

/** @param {ArrayBuffer} bytes */
function sha256(bytes) {
    return createHash('sha256').update(new Uint8Array(bytes)).digest('base64');
}
