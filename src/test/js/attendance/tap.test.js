import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startTap } from '#js/attendance/tap.js';
import { settled } from '#support/fake-clock.js';
import { openPage, textOf, at } from '#support/page.js';

const PATH = '/attend/0190b2c0-1111-7222-8333-444455556666/abc-123456789012';
const PAGE = `<p data-says hidden></p><template data-message="saving">Writing it down</template>
<template data-message="saved">Safe on this phone</template><template data-message="not-kept">Not kept: tap again</template>
<template data-message="refused">Not taken</template><div data-tap><button>I am here</button></div>`;

/** A phone on which nothing reaches the server. @param {import('node:test').TestContext} context @param {number} faults */
function open(context, faults) {
    openPage(context, PAGE, { path: PATH });
    const phone = { scans: /** @type {object[]} */ ([]), faults };
    const record = async (/** @type {string} */ _type, /** @type {object} */ data) => {
        if (phone.faults-- > 0) {
            throw new DOMException('full', 'QuotaExceededError');
        }
        phone.scans.push(data);
        return 'scan';
    };
    const outbox = { waiting: async () => [{ id: 'scan' }], refused: async () => [] };
    startTap(/** @type {any} */ ({ record, outbox }));
    const tap = async () => {
        at('button').dispatchEvent(new Event('click', { cancelable: true }));
        await settled();
    };
    return { phone, tap };
}

test('a scan that the phone cannot store is said to be not kept, and the same button tries again', async (context) => {
    const { phone, tap } = open(context, 1);
    await tap();
    assert.deepEqual([textOf('[data-says]'), textOf('button'), phone.scans], ['Not kept: tap again', 'I am here', []]);
    await tap();
    assert.deepEqual([textOf('[data-says]'), textOf('button'), phone.scans.length], ['Writing it down', null, 1]);
});
