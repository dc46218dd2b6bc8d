import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showReason } from '#js/practice/page/without-picture.js';
import { at, openPage } from '#support/page.js';

const PAGE = `<main><template data-message="denied">no camera</template><template data-message="denied-advice">allow it</template>
<template data-message="other-page">another page records</template><template data-message="other-page-advice">go there</template>
<section data-stage="blocked"><p data-reason></p><p data-advice></p><button data-do="gallery"></button><button data-do="end"></button>
<div data-sound-offer></div></section></main>`;

test('what was begun is ended on this page, unless another page records it', (context) => {
    openPage(context, PAGE);
    const begun = /** @type {any} */ ({ takes: [{}] });
    showReason(at('main'), 'denied', begun);
    assert.equal(at('[data-do="end"]').hidden, false);
    showReason(at('main'), 'other-page', begun);
    assert.equal(at('[data-do="end"]').hidden, true);
    showReason(at('main'), 'denied', /** @type {any} */ ({ takes: [] }));
    assert.equal(at('[data-do="end"]').hidden, true);
});
