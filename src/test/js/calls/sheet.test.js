import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSheet } from '#js/calls/sheet.js';
import { settled } from '#support/fake-clock.js';
import { openPage, submitBy, textOf } from '#support/page.js';

const PAGE = `<span data-left>1 left</span><p data-unsent hidden></p><p data-refused hidden></p>
<ul><li data-trainee="t1" data-cohort="c1" data-name="Chunmei"><h2>Chunmei</h2>
    <form><input name="note" value=""><button value="reached" data-words="spoke to them">spoke</button></form></li></ul>
<section data-empty hidden>nobody</section><section data-done hidden><ul class="recorded"></ul></section>
<template data-message="unsent">[count] wait</template><template data-message="refused">[count] refused</template>
<template data-message="recorded">[name]: [outcome]</template>`;

/** @param {import('node:test').TestContext} context */
async function sheet(context) {
    const page = openPage(context, PAGE);
    // The list has the layout without navigation, whose body has no such sentence.
    document.body.removeAttribute('data-unsent');
    /** @type {{resolve: () => void, reject: (fault: Error) => void}[]} */
    const asked = [];
    const nothing = async () => [];
    startSheet({
        record: /** @type {any} */ (() => new Promise((resolve, reject) => asked.push({ resolve: () => resolve(undefined), reject }))),
        outbox: { waiting: nothing, refused: nothing },
    });
    await settled();
    return { ...page, asked };
}

/** What else is stored or sent meanwhile, the page is told of. */
async function outboxChanges() {
    document.dispatchEvent(new CustomEvent('tianbo:outbox'));
    await settled();
}

test('a call stays on the list until this phone has stored it, and is stored once', async (context) => {
    const { asked } = await sheet(context);
    submitBy('form button');
    submitBy('form button');
    await outboxChanges();
    assert.equal(asked.length, 1);
    assert.deepEqual([textOf('h2'), textOf('[data-left]'), textOf('[data-done]')], ['Chunmei', '1 left', null]);

    asked[0].resolve();
    await settled();
    assert.deepEqual([textOf('h2'), textOf('[data-left]')], [null, '0 left']);
    assert.equal(textOf('.recorded'), 'Chunmei: spoke to them');
});

test('a call that could not be stored is on the list and can be tapped again', async (context) => {
    const { asked, warnings } = await sheet(context);
    submitBy('form button');
    asked[0].reject(new Error('the disk is full'));
    await outboxChanges();
    assert.deepEqual([textOf('h2'), warnings.length], ['Chunmei', 1]);

    submitBy('form button');
    asked[1].resolve();
    await settled();
    assert.equal(textOf('h2'), null);
});
