import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guardSignOut } from '#js/site/sign-out.js';
import { settled } from '#support/fake-clock.js';
import { openPage, submitBy, textOf } from '#support/page.js';

test('where there is no network, and no list of what is unsent, the page says that nobody was signed out', async (context) => {
    const page = openPage(context, '<form method="post" action="/sign-out" data-offline="still signed in"><button></button></form>');
    page.phone.onLine = false;
    guardSignOut();
    submitBy('form button');
    await settled();
    assert.equal(textOf('.toast'), 'still signed in');
    assert.deepEqual([page.opened, page.submitted], [[], []]);
});
