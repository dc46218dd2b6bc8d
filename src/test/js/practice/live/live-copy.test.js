import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Refusal, Unreachable } from '#js/app/http.js';
import { LiveCopy, QUALITIES } from '#js/practice/live/live-copy.js';
import { LiveFirst } from '#js/practice/upload/live-first.js';
import { FakeClock, settled } from '#support/fake-clock.js';
import { rest } from '#support/upload-phone.js';

/** @typedef {import('#js/practice/live/live-copy.js').Quality} Quality */

let clock = new FakeClock();

beforeEach(() => {
    clock = new FakeClock();
});

/** A phone that records chunks of 160 kB, of which the network took so many. */
class Host {
    recorder = { take: 1, chunks: 0, elapsedMs: 0 };
    safe = 0;
    /** @type {any[]} */
    sent = [];
    /** What comes instead of an answer, one after the other. @type {(Error | undefined)[]} */
    faults = [];
    /** @type {{quality: Quality, give: (text: string) => void, fail: () => void, ended: boolean}[]} */
    recorders = [];
    canRecordTwice = true;
    /** @type {'free' | 'offline' | 'wifi-awaited'} */
    allowed = 'free';
    liveFirst = new LiveFirst(clock);
    copy = new LiveCopy({
        attempt: 'a',
        recorder: this.recorder,
        record: (quality, onBytes, onFault) => this.#record(quality, onBytes, onFault),
        api: {
            putLiveCopy: async (chunk) => {
                const fault = this.faults.shift();
                if (fault) {
                    throw fault;
                }
                this.sent.push(chunk);
                return /** @type {any} */ (undefined);
            },
        },
        liveFirst: this.liveFirst,
        network: { transferAllowed: async () => this.allowed },
        clock,
    });

    /** @param {Quality} quality @param {(bytes: Blob) => void} onBytes @param {() => void} onFault */
    #record(quality, onBytes, onFault) {
        if (!this.canRecordTwice) {
            throw new Error('one recorder only');
        }
        const made = { quality, give: (/** @type {string} */ text) => onBytes(new Blob([text])), fail: onFault, ended: false };
        this.recorders.push(made);
        return { end: () => (made.ended = true) };
    }

    get attempt() {
        const pieces = Array.from({ length: this.recorder.chunks }, (_, i) => [160_000, (i + 1) * 2_000]);
        const safe = this.safe > 0 ? [[0, this.safe - 1]] : [];
        return /** @type {any} */ ({ id: 'a', takes: [{ take: 1, pieces, safe }] });
    }

    /** Seconds in which the network takes nothing more of the recording. @param {number} seconds */
    async stall(seconds) {
        for (let i = 0; i < seconds; i++) {
            await clock.pass(1_000);
            this.recorder.elapsedMs += 1_000;
            this.recorder.chunks = Math.floor(this.recorder.elapsedMs / 2_000);
            await this.copy.tick(this.attempt);
            await settled();
        }
    }
}

async function behind() {
    const host = new Host();
    host.copy.watchedBy(1);
    await host.stall(12);
    assert.ok(host.copy.isOn);
    return host;
}

test('nobody watches: nothing but the recording is made', async () => {
    const host = new Host();
    await host.stall(30);
    assert.deepEqual(host.recorders, []);
});

test('a copy says where in the take it lies, and goes first while it waits', async () => {
    const host = await behind();
    assert.deepEqual(host.recorders.map(({ quality }) => quality), [QUALITIES[1]]);
    const began = host.recorder.elapsedMs;
    host.recorders[0].give('header');
    await rest();
    await host.stall(2);
    host.recorders[0].give('more');
    await rest();
    assert.deepEqual(host.sent.map(({ attempt, take, copy, seq }) => [attempt, take, copy, seq]), [['a', 1, 1, 0], ['a', 1, 1, 1]]);
    assert.ok(host.sent[0].fromMs <= began);
    assert.equal(host.sent[1].fromMs, began);
    assert.deepEqual(host.sent.map(({ beside }) => beside), [Math.floor(host.sent[0].fromMs / 2_000), began / 2_000]);
    assert.ok(host.liveFirst.isOn);
});

test('a chunk that does not arrive is sent again, in its order', async () => {
    const host = await behind();
    host.faults = [new Unreachable('gone'), new Unreachable('gone')];
    host.recorders[0].give('header');
    host.recorders[0].give('more');
    await rest();
    assert.deepEqual(host.sent, []);
    for (let i = 0; i < 3; i++) {
        await host.stall(1);
        await rest();
    }
    assert.deepEqual(host.sent.map(({ seq }) => seq), [0, 1]);
});

test('what waits for too long is left out, and another copy begins', async () => {
    const host = await behind();
    host.faults = Array.from({ length: 40 }, () => new Unreachable('gone'));
    for (let i = 0; i < 7; i++) {
        host.recorders[0].give(`chunk ${i}`);
        await rest();
        await host.stall(1);
    }
    assert.ok(host.recorders[0].ended);
    assert.ok(host.recorders.length > 1);
    host.faults = [];
    await host.stall(1);
    await rest();
    host.recorders[host.recorders.length - 1].give('header');
    await rest();
    await host.stall(1);
    await rest();
    assert.deepEqual(host.sent.map(({ copy, seq }) => [copy, seq]), [[host.recorders.length, 0]]);
});

test('where nothing of any copy arrives, the recording has the network for itself for a minute', async () => {
    const host = await behind();
    host.faults = Array.from({ length: 400 }, () => new Unreachable('gone'));
    for (let i = 0; i < 30; i++) {
        host.recorders[host.recorders.length - 1].give(`chunk ${i}`);
        await host.stall(1);
    }
    assert.ok(!host.copy.isOn);
    const tried = host.recorders.length;
    await host.liveFirst.turn();
    await host.stall(30);
    assert.equal(host.recorders.length, tried);
    await host.stall(60);
    assert.ok(host.recorders.length > tried);
});

test('where the smallest picture is too much, viewers hear the host', async () => {
    const host = await behind();
    host.faults = Array.from({ length: 400 }, () => new Unreachable('gone'));
    assert.ok(!host.copy.isSoundAlone);
    for (let i = 0; i < 4; i++) {
        host.recorders[0].give(`chunk ${i}`);
        await host.stall(2);
    }
    await host.stall(3);
    assert.ok(host.copy.isSoundAlone);
    assert.deepEqual(host.recorders[1].quality, { video: 0, audio: 16_000, longer: 0, frameRate: 0 });
});

for (const [what, happen] of /** @type {[string, (host: Host) => Promise<void>][]} */ ([
    ['the second recorder fails', async (host) => host.recorders[0].fail()],
    ['the server refuses the copy', async (host) => {
        host.faults = [new Refusal(507, {})];
        host.recorders[0].give('header');
        await rest();
    }],
    ['the first recorder no longer keeps up', async (host) => {
        const { chunks } = host.recorder;
        Object.defineProperty(host.recorder, 'chunks', { get: () => chunks, set: () => {} });
        await host.stall(9);
    }],
])) {
    test(`${what}: the recording goes on alone`, async () => {
        const host = await behind();
        await happen(host);
        assert.ok(!host.copy.isOn);
        assert.ok(host.recorders[0].ended);
        await host.stall(60);
        assert.equal(host.recorders.length, 1);
    });
}

test('a phone that cannot record twice goes on with the recording alone', async () => {
    const host = new Host();
    host.canRecordTwice = false;
    host.copy.watchedBy(1);
    await host.stall(60);
    assert.ok(!host.copy.isOn);
});

test('over paid data that may not be used, no copy goes out either', async () => {
    const host = await behind();
    host.allowed = 'wifi-awaited';
    await host.stall(2);
    assert.ok(!host.copy.isOn);
    assert.ok(host.recorders[0].ended);
});

test('when the network is back, viewers go on where the copy ended, before all that is older', async () => {
    const host = await behind();
    host.safe = 4;
    for (let i = 0; i < 90 && host.copy.isOn; i++) {
        await host.stall(1);
        host.safe = Math.min(host.recorder.chunks - 1, host.safe + 5);
        host.recorders[host.recorders.length - 1].give('chunk');
    }
    assert.ok(!host.copy.isOn);
    const edge = host.recorder.chunks;
    host.safe = edge - 4;
    await host.stall(3);
    const lacking = Array.from({ length: 6 }, (_, i) => ({ take: 1, seq: edge - 4 + i }));
    assert.ok(Math.abs(host.liveFirst.firstOf('a', lacking)[0].seq - edge) <= 1);
});

test('with the take its copy ends, and the rest goes out as ever', async () => {
    const host = await behind();
    host.copy.end();
    assert.ok(host.recorders[0].ended);
    assert.ok(!host.liveFirst.isOn);
});
