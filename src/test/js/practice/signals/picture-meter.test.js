import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DETAIL, OVERVIEW, PictureMeter } from '#js/practice/signals/picture-meter.js';

/**
 * A room: soft lights and darks everywhere, the host a darker or brighter oval in the middle.
 *
 * @param {{x?: number, y?: number, host?: number, hostX?: number, room?: number, lamp?: number, upright?: boolean}} scene
 *     the camera's place in pixels, and grey values
 */
function overview({ x: left = 0, y: top = 0, host = 120, hostX = 0, room = 110, lamp = 0, upright = false }) {
    const [width, height] = upright ? [OVERVIEW.short, OVERVIEW.long] : [OVERVIEW.long, OVERVIEW.short];
    return picture(width, height, (x, y) => {
        const inHost = ((x - hostX) / width - 0.5) ** 2 / 0.04 + (y / height - 0.5) ** 2 / 0.09 < 1;
        const at = [x + left, y + top];
        const wall = room + 25 * Math.sin(at[0] / 2.7) * Math.cos(at[1] / 3.1) + 15 * Math.sin(at[0] / 5.3 + at[1] / 4.1);
        return lamp + (inHost ? host + 10 * Math.sin(x + y) : wall);
    });
}

/** @param {number} width @param {number} height @param {(x: number, y: number) => number} grey */
function picture(width, height, grey) {
    const luma = Uint8ClampedArray.from({ length: width * height }, (_, i) => grey(i % width, Math.floor(i / width)));
    return { width, height, luma };
}

/** Tiles with hard edges of this contrast, averaged over so many pixels each way. @param {number} blur @param {number} contrast */
function detail(blur, contrast = 120) {
    const sharp = (/** @type {number} */ x, /** @type {number} */ y) =>
        128 + (contrast / 2) * (((Math.floor(x / 13) + Math.floor(y / 17)) % 2) * 2 - 1);
    return picture(DETAIL, DETAIL, (x, y) => {
        let sum = 0;
        for (let dy = -blur; dy <= blur; dy++) {
            for (let dx = -blur; dx <= blur; dx++) {
                sum += sharp(x + dx + 40, y + dy + 40);
            }
        }
        return sum / (2 * blur + 1) ** 2;
    });
}

const SHARP = detail(0);

/** @param {Parameters<typeof overview>[0]} scene */
const lookAt = (scene) => new PictureMeter().take(overview(scene), SHARP);

/** @param {Parameters<typeof overview>[0]} from @param {Parameters<typeof overview>[0]} to */
function shiftOf(from, to) {
    const meter = new PictureMeter();
    meter.take(overview(from), SHARP);
    return meter.take(overview(to), SHARP).shift;
}

for (const [grey, percent] of [[0, 0], [51, 20], [128, 50], [255, 100]]) {
    test(`a middle of grey ${grey} is ${percent} % bright`, () => {
        const flat = picture(OVERVIEW.long, OVERVIEW.short, () => grey);
        assert.equal(Math.round(new PictureMeter().take(flat, SHARP).brightness), percent);
    });
}

test('a host before a window has light from behind, one before a wall has not, whichever way the phone is held', () => {
    for (const upright of [false, true]) {
        assert.ok(lookAt({ host: 50, room: 210, upright }).backlight > 30);
        assert.ok(Math.abs(lookAt({ host: 120, room: 110, upright }).backlight) < 10);
        assert.ok(lookAt({ host: 180, room: 60, upright }).backlight < -20);
    }
});

test('the wider an edge is blurred, the less sharp it is, at any contrast', () => {
    for (const contrast of [60, 120, 240]) {
        const sharpness = (/** @type {number} */ blur) =>
            new PictureMeter().take(overview({}), detail(blur, contrast)).sharpness ?? NaN;
        const [none, little, much, all] = [0, 1, 2, 4].map(sharpness);
        assert.ok(none > 80 && little > 15 && little < 60 && much < little && all < 8, `${contrast}: ${none} ${little} ${much} ${all}`);
    }
});

test('a blank wall is neither sharp nor blurred, and nothing to hold on to', () => {
    const wall = picture(OVERVIEW.long, OVERVIEW.short, () => 120);
    const meter = new PictureMeter();
    const near = picture(DETAIL, DETAIL, (x) => 120 + x / 20);
    meter.take(wall, near);
    assert.deepEqual(Object.keys(meter.take(wall, near)), ['brightness', 'backlight']);
});

test('the first picture has not moved', () => {
    assert.equal(lookAt({}).shift, undefined);
});

for (const [x, y] of [[0, 0], [0.4, 0], [1, 0], [0, 2.5], [3.3, -2.2], [-5, 4]]) {
    test(`a camera moved by ${x} and ${y} pixels is told within half a pixel`, () => {
        const shift = shiftOf({}, { x, y }) ?? NaN;
        assert.ok(Math.abs(shift * 0.64 - Math.hypot(x, y)) < 0.5, `${shift * 0.64}`);
    });
}

test('a host who leans aside, or a lamp that is turned up, moves no camera', () => {
    assert.ok((shiftOf({}, { hostX: 4 }) ?? NaN) < 0.3);
    assert.ok((shiftOf({}, { lamp: 40 }) ?? NaN) < 0.3);
});

test('a phone that is turned begins anew', () => {
    assert.equal(shiftOf({}, { upright: true }), undefined);
});
