import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoTracks } from '#js/practice/gallery/iso-media.js';

/** @param {string} type @param {...(number[] | Uint8Array)} content */
function box(type, ...content) {
    const bytes = content.flatMap((part) => [...part]);
    const size = bytes.length + 8;
    return [size >>> 24, (size >> 16) & 0xff, (size >> 8) & 0xff, size & 0xff, ...letters(type), ...bytes];
}

const letters = (/** @type {string} */ text) => [...text].map((letter) => letter.charCodeAt(0));
const track = (/** @type {string} */ handler) => box('trak', box('mdia', box('hdlr', new Array(8).fill(0), letters(handler))));
const file = (/** @type {number[][]} */ ...boxes) => new Blob([new Uint8Array(boxes.flat())]);

const TYPE = box('ftyp', letters('isom'));
const INDEX = box('moov', track('vide'), track('soun'));
const DATA = box('mdat', new Array(40).fill(7));

test('the index says which tracks there are', async () => {
    const tracks = await isoTracks(file(TYPE, INDEX, DATA));
    assert.deepEqual([tracks?.picture, tracks?.sound, tracks?.cut], [true, true, false]);
});

test('an index behind the data is found', async () => {
    const tracks = await isoTracks(file(TYPE, DATA, INDEX));
    assert.deepEqual([tracks?.picture, tracks?.sound, tracks?.cut], [true, true, false]);
});

test('a film without sound says so', async () => {
    const tracks = await isoTracks(file(TYPE, box('moov', track('vide')), DATA));
    assert.deepEqual([tracks?.picture, tracks?.sound], [true, false]);
});

test('a file that ends in its data is cut', async () => {
    const tracks = await isoTracks(file(TYPE, INDEX, DATA.slice(0, -10)));
    assert.equal(tracks?.cut, true);
});

test('a download that ends before its index cannot be played by anybody', async () => {
    assert.equal(await isoTracks(file(TYPE, DATA, INDEX.slice(0, -10))), undefined);
});

test('the beginning of a file with its index in front stays playable', async () => {
    const tracks = await isoTracks(file(TYPE, INDEX, DATA));
    assert.equal(tracks?.beginning?.size, TYPE.length + INDEX.length + DATA.length);
});

test('of an index behind the data the beginning carries both', async () => {
    const tracks = await isoTracks(file(TYPE, DATA, INDEX));
    const bytes = [...new Uint8Array(await /** @type {Blob} */ (tracks?.beginning).arrayBuffer())];
    assert.deepEqual(bytes.slice(-INDEX.length), INDEX);
    assert.deepEqual(bytes.slice(0, TYPE.length), TYPE);
});

test('of a fragmented file the beginning ends with a whole fragment, however long', async () => {
    const length = 6_000_000;
    const header = new DataView(new ArrayBuffer(8));
    header.setUint32(0, length + 8);
    header.setUint32(4, 0x6d646174);
    const fragment = new Blob([new Uint8Array(box('moof')), header.buffer, new Uint8Array(length)]);
    const tracks = await isoTracks(new Blob([file(TYPE, INDEX), fragment, fragment]));
    assert.equal(tracks?.beginning?.size, TYPE.length + INDEX.length + fragment.size);
});

test('the last box may reach to the end without a size', async () => {
    const open = [0, 0, 0, 0, ...letters('mdat'), 1, 2, 3];
    assert.equal((await isoTracks(file(TYPE, INDEX, open)))?.cut, false);
});

test('a size of 64 bits is read', async () => {
    const long = [0, 0, 0, 1, ...letters('mdat'), 0, 0, 0, 0, 0, 0, 0, 20, 1, 2, 3, 4];
    assert.equal((await isoTracks(file(TYPE, long, INDEX)))?.picture, true);
});

for (const [name, boxes] of [
    ['nothing', []],
    ['a few bytes', [[1, 2, 3]]],
    ['a box that is smaller than its header', [[0, 0, 0, 4, ...letters('moov')]]],
]) {
    test(`${name} is no film`, async () => assert.equal(await isoTracks(file(.../** @type {number[][]} */ (boxes))), undefined));
}
