import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outboxStore } from '#app/outbox-store.js';
import { nameHelper, nameNobodyFirst } from '#js/family/name-helper.js';
import { newPhone } from '#support/memory-indexed-db.js';
import { at, openPage } from '#support/page.js';

/** @param {string} id @param {Partial<import('#app/outbox.js').SyncRecord>} [more] */
const done = (id, more = {}) =>
    outboxStore.add({ id, type: 'lesson.completed', at: '2026-06-18T12:00:00Z', data: {}, person: 'chunmei', ...more });
const said = async (person = 'chunmei') => (await outboxStore.waiting(person)).map(({ id, helping }) => `${id} ${helping}`).join();

test('what waits of lessons says who helped, and nothing that said so already, of others or of another kind does', async () => {
    newPhone();
    await done('one');
    await done('two', { type: 'quiz.submitted', helping: 'her-son' });
    await done('three', { type: 'attendance.scanned' });
    await done('four', { person: 'laohu' });
    await nameHelper('chunmei', 'none');
    await done('five');
    await nameHelper('chunmei', 'neighbour');
    assert.equal(await said(), 'five neighbour,one none,three undefined,two her-son');
    assert.equal(await said('laohu'), 'four undefined');
});

test('before help begins on this phone, what was done alone is named, and which phone it is is said', async (context) => {
    newPhone();
    await done('alone');
    const page = openPage(context, `<form action="/my-helpers/here" method="post" data-begin-here>
        <input type="hidden" name="phone"><button>Begin</button></form>`);
    nameNobodyFirst(() => 'chunmei');
    at('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    // The phone's transactions run one after the other, and the form goes once the first ones are over.
    assert.equal(await said(), 'alone none');
    while (!page.submitted.length) {
        await new Promise((resolve) => setImmediate(resolve));
    }
    const phone = /** @type {HTMLInputElement} */ (at('[name="phone"]')).value;
    assert.match(phone, /^[0-9a-f-]{36}$/);
    assert.equal(phone, await outboxStore.device('another'));
});
