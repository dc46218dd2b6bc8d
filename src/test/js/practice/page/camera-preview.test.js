import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CameraPreview } from '#js/practice/page/camera-preview.js';
import { setGlobals } from '#support/globals.js';
import { at, openPage, textOf } from '#support/page.js';

const PAGE = `<main><video data-preview></video><button data-do="turn" hidden></button></main>
<template data-message="other-camera-shut">the other is shut</template>`;

/** A phone of two cameras. @param {import('node:test').TestContext} context */
function opened(context) {
    openPage(context, PAGE);
    const phone = { shut: /** @type {string[]} */ ([]), asked: /** @type {string[]} */ ([]) };
    const MediaRecorder = { isTypeSupported: () => true };
    setGlobals(context, {
        window: { isSecureContext: true, MediaRecorder },
        MediaRecorder,
        navigator: {
            mediaDevices: {
                getUserMedia: async (/** @type {any} */ { video }) => {
                    const facing = video ? video.facingMode.ideal : 'none';
                    phone.asked.push(facing);
                    if (phone.shut.includes(facing)) {
                        throw new DOMException('held by another app', 'NotReadableError');
                    }
                    return { facing, getTracks: () => [] };
                },
                enumerateDevices: async () => [{ kind: 'videoinput' }, { kind: 'videoinput' }],
            },
        },
    });
    return { phone, camera: new CameraPreview(at('main')) };
}

const facing = (/** @type {CameraPreview} */ { stream }) => /** @type {any} */ (stream)?.facing;
const isMirrored = () => at('video').hasAttribute('data-mirror');

test('the front camera is seen as in a mirror, the back one as others see it', async (context) => {
    const { camera } = opened(context);
    await camera.open();
    assert.deepEqual([facing(camera), isMirrored(), at('button').hidden], ['user', true, false]);
    camera.turn();
    await camera.open();
    assert.deepEqual([facing(camera), isMirrored()], ['environment', false]);
});

test('where the other camera does not open, the one before goes on, and that is said', async (context) => {
    const { phone, camera } = opened(context);
    await camera.open();
    phone.shut = ['environment'];
    camera.turn();
    await camera.open();
    assert.deepEqual([facing(camera), isMirrored(), textOf('.toast')], ['user', true, 'the other is shut']);
    await camera.open();
    assert.deepEqual(phone.asked, ['user', 'environment', 'user', 'user'], 'it is not tried again unasked');
});

test('where none opens, that is thrown, and the one that did open is tried first after that', async (context) => {
    const { phone, camera } = opened(context);
    await camera.open();
    phone.shut = ['environment', 'user'];
    camera.turn();
    await assert.rejects(camera.open(), { reason: 'camera-busy' });
    assert.equal(camera.stream, undefined);
    phone.shut = ['environment'];
    await camera.open();
    assert.equal(facing(camera), 'user');
});

test('nobody who records sound alone turns a camera', async (context) => {
    const { camera } = opened(context);
    await camera.open(true);
    assert.deepEqual([at('button').hidden, at('main').hasAttribute('data-sound-only')], [true, true]);
});
