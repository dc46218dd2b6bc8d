import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outboxStore } from '#app/outbox-store.js';
import { ROOM_MADE } from '#js/app/room.js';
import { createForms } from '#sw/forms.js';
import { MemoryCaches } from '#support/memory-caches.js';
import { fillDisk, newPhone } from '#support/memory-indexed-db.js';

console.warn = () => {};

const LESSON = 'https://county.example/learn/rice/first';
const NO_NETWORK = () => Promise.reject(new TypeError('no network'));

const OFFLINE = async () => new Response('<p data-not-kept hidden>not kept</p>', { headers: { 'Content-Type': 'text/html' } });

/** @param {{answer?: typeof fetch, person?: string, query?: string, offline?: () => Promise<Response>}} [world] */
function worker({ answer = NO_NETWORK, person = 'chunmei', query = 'lang=en', offline = OFFLINE } = {}) {
    newPhone();
    const caches = /** @type {any} */ (new MemoryCaches());
    const forms = createForms({
        caches,
        fetch: answer,
        person: async () => person,
        offline,
    });
    const send = () => forms(new Request(`${LESSON}?${query}`, { method: 'POST', body: new URLSearchParams({ version: 'a1' }) }));
    const waiting = async () => (await outboxStore.waiting('chunmei')).map(({ type, data }) => ({ type, ...data }));
    return { caches, send, waiting };
}

const DONE = [{ type: 'lesson.completed', lesson: 'first', version: 'a1' }];

test('with a network the server takes it, and says itself what it refuses', async () => {
    for (const status of [303, 422]) {
        const one = worker({ answer: async () => new Response(null, { status }) });
        assert.equal((await one.send()).status, status);
        assert.deepEqual(await one.waiting(), []);
    }
});

const failures = { 'without a network': NO_NETWORK, 'while the server fails': async () => new Response('', { status: 503 }) };
for (const [when, answer] of Object.entries(failures)) {
    test(`${when} the lesson is kept as done, and the quiz follows`, async () => {
        const one = worker({ answer });
        const { status, headers } = await one.send();
        assert.deepEqual([status, headers.get('Location')], [302, `${LESSON}/quiz`]);
        assert.deepEqual(await one.waiting(), DONE);
    });
}

test('what the server took without saying so is kept under the id it was sent with, however often', async () => {
    /** @type {string[]} */
    const sent = [];
    const one = worker({
        answer: async (/** @type {any} */ _, /** @type {any} */ { body } = {}) => {
            sent.push(body.get('record'));
            return new Response('', { status: 502 });
        },
    });
    await one.send();
    await one.send();
    const [kept, ...more] = await outboxStore.waiting('chunmei');
    assert.deepEqual([sent, more], [[kept.id, kept.id], []]);
});

test('two people who finish the same lesson on one phone have a record each', async () => {
    const first = worker();
    let who = 'chunmei';
    const forms = createForms({ caches: first.caches, fetch: NO_NETWORK, person: async () => who, offline: OFFLINE });
    const send = () => forms(new Request(LESSON, { method: 'POST', body: new URLSearchParams({ version: 'a1' }) }));
    await send();
    who = 'laohu';
    await send();
    assert.deepEqual(await first.waiting(), DONE);
    assert.equal((await outboxStore.waiting('laohu')).length, 1);
});

test('on a full phone kept videos make room for it, and the quiz is asked to say so', async () => {
    const one = worker();
    await (await one.caches.open('videos-chunmei')).put('/videos/rice/kept', new Response('{}'));
    const drop = one.caches.delete;
    one.caches.delete = (/** @type {string} */ name) => {
        fillDisk(false);
        return drop(name);
    };
    fillDisk();
    assert.equal((await one.send()).headers.get('Location'), `${LESSON}/quiz${ROOM_MADE}`);
    assert.deepEqual(await one.waiting(), DONE);
});

test('it is theirs whose page it was, whoever signed in since', async () => {
    const one = worker({ person: 'laohu', query: 'person=chunmei' });
    await one.send();
    assert.deepEqual([await one.waiting(), await outboxStore.waiting('laohu')], [DONE, []]);
});

test('where even then there is no room, or nobody is known, a page says that it is not kept', async () => {
    const full = worker();
    fillDisk();
    assert.equal(await (await full.send()).text(), '<p>not kept</p>');
    fillDisk(false);
    assert.deepEqual(await full.waiting(), []);
    const nobody = worker({ person: '' });
    assert.equal(await (await nobody.send()).text(), '<p>not kept</p>');
});

test('where not even that page is stored, the browser shows its own', async () => {
    const one = worker({ offline: async () => Response.error() });
    fillDisk();
    assert.equal((await one.send()).type, 'error');
});
