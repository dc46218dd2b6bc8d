import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBackground } from '#sw/background.js';
import { MemoryOutboxStore } from '#support/memory-outbox-store.js';

console.warn = () => {};

/** A phone with what two people left unsent, and a server. @param {{person?: string, signedIn?: string}} [names] */
async function phone({ person = 'chunmei', signedIn = person } = {}) {
    const store = new MemoryOutboxStore();
    for (const [id, owner] of [['a', 'chunmei'], ['b', 'laohu']]) {
        await store.add({ id, type: 'lesson.opened', at: new Date().toISOString(), data: { lesson: id }, person: owner });
    }
    /** @type {[string, any][]} */
    const calls = [];
    const network = { connected: true };
    const fetch = async (/** @type {string} */ path, /** @type {any} */ request) => {
        calls.push([path, request]);
        if (!network.connected) {
            throw new TypeError('no network');
        }
        const json = path === '/api/me'
            ? { id: signedIn }
            : { results: JSON.parse(request.body).records.map((/** @type {any} */ { id }) => ({ id, status: 'accepted' })) };
        return Response.json(json);
    };
    /** @type {string[][]} */
    const told = [];
    const onSent = async (/** @type {string[]} */ types) => void told.push(types);
    const background = createBackground({ fetch: /** @type {any} */ (fetch), person: async () => person, store, onSent });
    return { store, calls, network, background, told };
}

test('what a closed page left is sent in the name of whoever is signed in, and nothing of anybody else', async () => {
    const { store, calls, background, told } = await phone();
    await background.send();
    assert.deepEqual([...store.outbox.keys()], ['b']);
    assert.deepEqual(calls.map(([path]) => path), ['/api/me', '/api/sync']);
    assert.equal(calls[1][1].headers['Tianbo-Person'], 'chunmei');
    assert.deepEqual(told, [['lesson.opened']]);
});

test('while there is no network, or another session, it fails, so that the browser tries again', async () => {
    const one = await phone();
    one.network.connected = false;
    await assert.rejects(one.background.send());
    assert.equal(one.store.outbox.size, 2);
    assert.deepEqual(one.told, []);
    await assert.rejects((await phone({ signedIn: 'laohu' })).background.send());
});

test('nothing is sent while nobody is known, or nothing waits', async () => {
    const nobody = await phone({ person: '' });
    await nobody.background.send();
    const idle = await phone({ person: 'dashan' });
    await idle.background.send();
    assert.deepEqual([nobody.calls, idle.calls], [[], []]);
});
