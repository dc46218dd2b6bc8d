import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BitrateController } from '#js/practice/live/bitrate-controller.js';

const RATES = [640_000, 208_000, 80_000, 16_000];

/**
 * A phone that records at the full rate and sends through a network of so many bits a second: the copy first, the
 * recording with what is left, oldest first.
 */
class Uplink {
    controller = new BitrateController(RATES);
    wanted = true;
    at = 0;
    /** Bits that viewers wait for, and all of the recording that waits. */
    copy = 0;
    recording = 0;
    sentBytes = 0;
    worstBehindMs = 0;
    /** @type {[number, number][]} second and step of each change */
    changes = [];

    /** @param {number} seconds @param {number} bitsPerSecond */
    run(seconds, bitsPerSecond) {
        this.worstBehindMs = 0;
        for (let second = 0; second < seconds; second++) {
            const before = this.controller.step;
            this.recording += RATES[0];
            this.copy += before > 0 ? RATES[before] : 0;
            const ofCopy = Math.min(this.copy, bitsPerSecond);
            const ofRecording = Math.min(this.recording, bitsPerSecond - ofCopy);
            this.copy -= ofCopy;
            this.recording -= ofRecording;
            this.sentBytes += (ofCopy + ofRecording) / 8;
            this.at += 1_000;
            const behindMs = 2_000 + 1_000 * (before > 0 ? this.copy / RATES[before] : this.recording / RATES[0]);
            this.worstBehindMs = Math.max(this.worstBehindMs, behindMs);
            const waiting = this.copy + this.recording > 4 * RATES[0];
            const step = this.controller.next({ at: this.at, wanted: this.wanted, behindMs, sentBytes: this.sentBytes, waiting });
            if (step !== before) {
                this.changes.push([this.at / 1_000, step]);
                this.copy = 0;
                // Back in the recording, viewers go on at what is recorded now; the rest follows behind it.
                this.recording = step === 0 ? 0 : this.recording;
            }
        }
        return this.controller.step;
    }
}

test('a network that carries the recording is left alone', () => {
    const uplink = new Uplink();
    assert.equal(uplink.run(300, 1_000_000), 0);
    assert.deepEqual(uplink.changes, []);
});

test('a network too slow for the recording gets the copy it carries, within seconds', () => {
    for (const [bitsPerSecond, step] of [[500_000, 1], [320_000, 1], [200_000, 2], [90_000, 2], [60_000, 3], [20_000, 3]]) {
        const uplink = new Uplink();
        assert.equal(uplink.run(60, bitsPerSecond), step, `${bitsPerSecond}`);
        assert.ok(uplink.changes[0][0] <= 25, `${bitsPerSecond}: ${uplink.changes}`);
    }
});

test('sound alone is the last resort, and the picture comes back by itself', () => {
    const uplink = new Uplink();
    uplink.run(60, 24_000);
    assert.deepEqual(uplink.changes.map(([, step]) => step), [2, 3]);
    assert.ok(uplink.changes[1][0] <= 45, `${uplink.changes}`);
    uplink.run(120, 24_000);
    assert.ok(uplink.worstBehindMs <= 12_000, `${uplink.worstBehindMs}`);
    assert.equal(uplink.run(200, 3_000_000), 0);
});

test('with its copy nobody is far behind', () => {
    const uplink = new Uplink();
    uplink.run(40, 320_000);
    uplink.run(300, 320_000);
    assert.ok(uplink.worstBehindMs <= 4_500, `${uplink.worstBehindMs}`);
});

test('it rises again when the network is back, and not at the first good second', () => {
    const uplink = new Uplink();
    uplink.run(60, 150_000);
    assert.notEqual(uplink.run(8, 3_000_000), 0);
    assert.equal(uplink.run(60, 3_000_000), 0);
    assert.ok(uplink.changes.length <= 3, `${uplink.changes}`);
});

test('a network at the edge is not tried again and again', () => {
    const uplink = new Uplink();
    for (let minute = 0; minute < 15; minute++) {
        uplink.run(20, 1_000_000);
        uplink.run(40, 300_000);
    }
    const risesAfter = (/** @type {number} */ second) => uplink.changes.filter(([at, step]) => step === 0 && at > second).length;
    assert.ok(risesAfter(0) <= 8, `${uplink.changes}`);
});

test('without viewers, or when nothing may go out, there is no copy', () => {
    const uplink = new Uplink();
    uplink.run(60, 150_000);
    uplink.wanted = false;
    assert.equal(uplink.run(1, 150_000), 0);
    assert.equal(uplink.run(60, 150_000), 0);
});

test('just back from an outage, the backlog alone is no reason for a copy', () => {
    const uplink = new Uplink();
    uplink.run(30, 2_000_000);
    uplink.wanted = false;
    uplink.run(30, 0);
    uplink.wanted = true;
    assert.equal(uplink.run(60, 2_000_000), 0);
    assert.deepEqual(uplink.changes, []);
});
