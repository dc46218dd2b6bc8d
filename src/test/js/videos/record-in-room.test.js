import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outboxStore } from '#js/app/outbox-store.js';
import { inRoom } from '#js/app/room.js';
import { makeRoom } from '#js/videos/record-in-room.js';
import { setGlobals } from '#support/globals.js';
import { MemoryCaches } from '#support/memory-caches.js';
import { fillDisk, newPhone, onDisk } from '#support/memory-indexed-db.js';
import { openPage } from '#support/page.js';

/** The page has all it needs: without a network nothing can be fetched. */
test('without a network kept videos make room for what was done on a full phone, and the next page says so', async (context) => {
    newPhone();
    const page = openPage(context, '<form data-quiz></form>');
    page.phone.onLine = false;
    const caches = /** @type {any} */ (new MemoryCaches(async () => assert.fail('no network')));
    await (await caches.open('videos-chunmei')).put('/videos/rice/kept', new Response('{}'));
    const settings = new Map();
    const localStorage = { getItem: (/** @type {string} */ key) => settings.get(key) ?? null, setItem: settings.set.bind(settings) };
    setGlobals(context, { window: { localStorage }, caches });
    const drop = caches.delete.bind(caches);
    caches.delete = (/** @type {string} */ name) => {
        fillDisk(false);
        return drop(name);
    };
    fillDisk();
    const record = { id: 'r', type: 'quiz.submitted', at: '2026-05-04T08:00:00.000Z', data: {}, person: 'chunmei' };
    await inRoom(() => outboxStore.add(record), makeRoom);
    assert.deepEqual(onDisk('outbox'), [record]);
    assert.equal(settings.get('videos-dropped'), 'yes');
});
