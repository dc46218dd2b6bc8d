import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendInstead } from '#js/learning/send-instead.js';
import { at, openPage, textOf } from '#support/page.js';

const PAGE = '<form method="post" action="/learn/rice"><p data-full hidden>The phone is full</p><button disabled>Done</button></form>';

test('what a phone cannot store goes to the server at once', (context) => {
    const page = openPage(context, PAGE);
    sendInstead(at('form'));
    assert.equal(page.submitted.length, 1);
    assert.equal(textOf('[data-full]'), null);
});

test('without a network a full phone says so, and the same button tries again', (context) => {
    const page = openPage(context, PAGE);
    page.phone.onLine = false;
    sendInstead(at('form'));
    assert.deepEqual([page.submitted, textOf('[data-full]')], [[], 'The phone is full']);
    assert.equal(/** @type {HTMLButtonElement} */ (at('button')).disabled, false);
});
