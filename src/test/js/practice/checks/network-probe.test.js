import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROBE_BYTES, probeNetwork } from '#js/practice/checks/network-probe.js';

/** A network with that many milliseconds there and back and bits a millisecond, which loses the calls named. */
function network({ ms = 50, kbps = 1000, lost = /** @type {number[]} */ ([]) } = {}) {
    let time = 0;
    let call = 0;
    let bytes = 0;
    const send = async (/** @type {Uint8Array} */ sent, /** @type {number} */ timeoutMs) => {
        const took = ms + (sent.length > 1 ? (sent.length * 8) / kbps : 0);
        bytes += sent.length;
        if (lost.includes(call++) || took > timeoutMs) {
            time += timeoutMs;
            throw new Error('lost');
        }
        time += took;
    };
    return { probe: () => probeNetwork({ send, now: () => time }), cost: () => bytes };
}

test('speed, way and losses are told apart', async () =>
    assert.deepEqual(await network({ ms: 80, kbps: 1500 }).probe(), { latency_ms: 80, loss_percent: 0, upload_kbps: 1500 }));

test('a third of the calls is lost', async () =>
    assert.equal((await network({ lost: [1, 4] }).probe()).loss_percent, 100 / 3));

test('the first call, which opens the connection, is no measure', async () =>
    assert.equal((await network({ lost: [0] }).probe()).loss_percent, 0));

test('one upload is enough', async () => assert.equal((await network({ lost: [7] }).probe()).upload_kbps, 1000));

test('a network too slow for the upload tells no speed, and none tells nothing more', async () => {
    assert.deepEqual(await network({ kbps: 10 }).probe(), { latency_ms: 50, loss_percent: 0 });
    assert.deepEqual(await network({ lost: [0, 1, 2, 3, 4, 5, 6] }).probe(), { loss_percent: 100 });
});

test('it costs no more than is said', async () => {
    const one = network();
    await one.probe();
    assert.ok(one.cost() < PROBE_BYTES && PROBE_BYTES < 120_000);
});
