import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, openPage, submitBy, textOf } from '#support/page.js';

const PAGE = `<form data-upload data-lesson="first" data-largest="524288000"><input type="file"><button data-send hidden>Send</button>
<button data-pause hidden></button><p data-without-script></p><div data-progress hidden><progress></progress></div>
<p data-status></p></form><template data-message="tooLarge">This file has [size] MB, at most 500. Nothing was sent.</template>`;

test('a video of two gigabytes is refused in words before a byte is sent', async (context) => {
    openPage(context, PAGE);
    let calls = 0;
    context.mock.method(globalThis, 'fetch', async () => {
        calls++;
        return Response.error();
    });
    const { startUpload } = await import('#js/videos/upload-form.js');
    const isBusy = startUpload();
    Object.defineProperty(at('input'), 'files', { value: [{ name: 'harvest.mp4', size: 2 ** 31 }] });
    submitBy('[data-send]');
    assert.equal(textOf('[data-status]'), 'This file has 2147 MB, at most 500. Nothing was sent.');
    assert.equal(isBusy(), false);
    assert.equal(calls, 0);
});
