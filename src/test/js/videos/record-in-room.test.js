import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { outboxStore } from '#js/app/outbox-store.js';
import { inRoom } from '#js/app/room.js';
import { outbox } from '#js/app/sync.js';
import { makeRoom, recordInRoom } from '#js/videos/record-in-room.js';
import { setGlobals } from '#support/globals.js';
import { MemoryCaches } from '#support/memory-caches.js';
import { fillDisk, newPhone, onDisk } from '#support/memory-indexed-db.js';
import { openPage, textOf } from '#support/page.js';

const JS = new URL('../../../main/web/js/', import.meta.url);
/** What nobody did by a tap, and the page of a lesson, whose form goes to the service worker: `sw/forms.js`. */
const MAKES_NO_ROOM = ['county-video.js', 'feedback.js', 'film.js', 'learning/lesson.js', 'videos/record-in-room.js'];

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

test('films that were only started go first, and without a word', async (context) => {
    const caches = /** @type {any} */ (new MemoryCaches());
    const films = await caches.open('films');
    await films.put('/films/rice.mp4', new Response('film'));
    await (await caches.open('videos-chunmei')).put('/videos/rice/kept', new Response('{}'));
    setGlobals(context, { caches });
    const store = async () => {
        if ((await films.keys()).length) {
            throw new DOMException('', 'QuotaExceededError');
        }
        return 'stored';
    };
    assert.equal(await inRoom(store, async () => assert.fail('kept videos stay')), 'stored');
});

test('where even then there is no room, the page says that it is not kept, until it is', async (context) => {
    openPage(context, '<p data-not-kept hidden>not kept</p>');
    setGlobals(context, { caches: new MemoryCaches() });
    let full = true;
    context.mock.method(outbox(), 'record', async () => {
        if (full) {
            throw new DOMException('', 'QuotaExceededError');
        }
        return 'id';
    });
    await assert.rejects(recordInRoom('call.made', {}), { name: 'QuotaExceededError' });
    assert.equal(textOf('[data-not-kept]'), 'not kept');
    full = false;
    assert.equal(await recordInRoom('call.made', {}), 'id');
    assert.equal(textOf('[data-not-kept]'), null);
});

test('whatever somebody does on a page is stored by what makes room', () => {
    const all = readdirSync(JS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js') && name !== 'app.js');
    const records = /import \{[^}]*\brecord\b[^}]*} from '#app\/sync\.js'/;
    assert.deepEqual(all.filter((name) => records.test(readFileSync(new URL(name, JS), 'utf8'))).sort(), MAKES_NO_ROOM);
});
