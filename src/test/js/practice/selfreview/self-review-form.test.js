import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SelfReviewForm } from '#js/practice/selfreview/self-review-form.js';
import { VoiceRecorder } from '#js/practice/selfreview/voice-recorder.js';
import { settled } from '#support/fake-clock.js';
import { openPage, at, textOf } from '#support/page.js';

const part = (/** @type {string} */ name) => `<div data-part="${name}"><textarea></textarea><button data-do="here">here</button>
<button data-do="see"><span data-at></span></button><button data-do="nowhere">no</button><div data-voice>
<button data-do="speak">speak</button><button data-do="stop">stop</button><button data-do="keep">keep</button>
<button data-do="again">again</button><button data-do="unspoken">remove</button><audio></audio><p data-left></p></div></div>`;
const says = (/** @type {string} */ name) => `<template data-message="self-review-${name}">${name}</template>`;
const PAGE = `<section hidden><p data-self-review-status></p>${part('kept')}${part('change')}</section>
${['here', 'there', 'unkept', 'not-kept'].map(says).join('')}`;

test('words that only the page has are said to be not kept, whatever else of the rehearsal changes', async (context) => {
    openPage(context, PAGE);
    context.mock.method(console, 'error', () => {});
    context.mock.method(VoiceRecorder.prototype, 'record', async () => ({ bytes: Uint8Array.of(1).buffer, type: 'audio/webm' }));
    let full = true;
    /** @type {(event: object) => void} */
    let tell = () => {};
    const store = { subscribe: (/** @type {typeof tell} */ listener) => void (tell = listener) };
    const selfReviews = {
        get: async () => ({ review: { kept: { words: 'Smile', editedAt: 1 } }, unkept: {}, sent: true }),
        put: async () => {},
        voice: async () => undefined,
        putVoice: async () => {
            if (full) {
                throw new DOMException('full', 'QuotaExceededError');
            }
        },
    };
    const form = new SelfReviewForm(at('section'), 'a', /** @type {any} */ ({ person: 'chunmei', store, selfReviews }),
        { now: () => undefined, position: () => undefined });
    await form.start();
    assert.equal(textOf('[data-self-review-status]'), 'there');
    at('[data-part="kept"] [data-do="speak"]').dispatchEvent(new Event('click'));
    await settled();
    const changed = async () => {
        tell({ kind: 'changed', id: 'a' });
        await settled();
        return textOf('[data-self-review-status]');
    };
    assert.equal(await changed(), 'not-kept');
    full = false;
    at('[data-part="kept"] [data-do="keep"]').dispatchEvent(new Event('click'));
    await settled();
    assert.equal(await changed(), 'there');
});
