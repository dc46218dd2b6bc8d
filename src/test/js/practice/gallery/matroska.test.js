import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matroskaTracks } from '#js/practice/gallery/matroska.js';

const SEGMENT = [0x18, 0x53, 0x80, 0x67];
const TRACKS = [0x16, 0x54, 0xae, 0x6b];
const ENTRY = [0xae];
const TYPE = [0x83];
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75];
const UNKNOWN = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];

/** @param {number[]} id @param {number[]} content */
const element = (id, content) => [...id, 0x40 | (content.length >> 8), content.length & 0xff, ...content];
/** @param {number} type 1 for pictures, 2 for sound */
const track = (type) => element(ENTRY, element(TYPE, [type]));
const file = (/** @type {number[]} */ bytes) => new Blob([new Uint8Array(bytes)]);

test('a recording with picture and sound is whole', async () => {
    const tracks = await matroskaTracks(file(element(SEGMENT, element(TRACKS, [...track(1), ...track(2)]))));
    assert.deepEqual({ ...tracks, beginning: undefined }, { picture: true, sound: true, cut: false, beginning: undefined });
});

test('a film without sound says so', async () => {
    const tracks = await matroskaTracks(file(element(SEGMENT, element(TRACKS, track(1)))));
    assert.equal(tracks?.picture, true);
    assert.equal(tracks?.sound, false);
});

test('a recorder that does not know its end is not taken for a cut file', async () => {
    const tracks = await matroskaTracks(file([...SEGMENT, ...UNKNOWN, ...element(TRACKS, track(1)), ...CLUSTER, ...UNKNOWN, 1, 2]));
    assert.equal(tracks?.picture, true);
    assert.equal(tracks?.cut, false);
});

test('a file that ends before its segment does is cut', async () => {
    const whole = element(SEGMENT, [...element(TRACKS, track(1)), ...element(CLUSTER, [1, 2, 3, 4])]);
    assert.equal((await matroskaTracks(file(whole.slice(0, -2))))?.cut, true);
});

test('tracks after the first cluster are not read', async () => {
    const bytes = element(SEGMENT, [...element(CLUSTER, [1, 2]), ...element(TRACKS, track(1))]);
    assert.equal(await matroskaTracks(file(bytes)), undefined);
});

for (const [name, bytes] of /** @type {[string, number[]][]} */ ([
    ['nothing', []], ['one byte', [0x18]], ['zeroes', new Array(64).fill(0)], ['noise', [0xff, 0x00, 0x12]],
])) {
    test(`${name} has no tracks`, async () => assert.equal(await matroskaTracks(file(bytes)), undefined));
}
