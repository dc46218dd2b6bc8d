import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { read, recordsOf, write } from '#app/db.js';
import { failNextOpen, fillDisk, newPhone, onDisk } from '#support/memory-indexed-db.js';

beforeEach(newPhone);

/** Opens the phone's database as another version of the application does. @param {number} version @returns {Promise<IDBDatabase>} */
function openAs(version, upgrade = (/** @type {IDBDatabase} */ _db) => {}) {
    return new Promise((resolve, reject) => {
        const request = indexedDB.open('tianbo', version);
        request.onupgradeneeded = () => upgrade(request.result);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

const record = (/** @type {string} */ id, person = 'chunmei') => ({ id, person });

test('a new phone has all stores', async () => {
    for (const name of /** @type {const} */ (['outbox', 'refused', 'attempts', 'chunks', 'signals', 'kv'])) {
        assert.deepEqual(await read(name, (store) => store.getAll()), []);
    }
});

test('a phone of the first version keeps what it holds, and gets the store of measurements', async () => {
    const old = await openAs(1, (db) => {
        for (const name of ['outbox', 'refused', 'attempts']) {
            db.createObjectStore(name, { keyPath: 'id' });
        }
        db.createObjectStore('chunks', { keyPath: ['attempt', 'take', 'seq'] });
        db.createObjectStore('kv', { keyPath: 'key' });
    });
    old.transaction('outbox', 'readwrite').objectStore('outbox').put(record('a'));
    old.close();

    assert.deepEqual(await recordsOf('outbox', 'chunmei'), [record('a')]);
    assert.deepEqual(await read('signals', (store) => store.getAll()), []);
});

test('what is reported as written is on the disk', async () => {
    await write(['outbox'], (outbox) => outbox.add(record('a')));
    assert.deepEqual(onDisk('outbox'), [record('a')]);
});

test('until it is on the disk, nothing is reported, although the request has succeeded', async () => {
    /** @type {string[]} */
    const order = [];
    await write(['outbox'], (outbox) => {
        const request = outbox.add(record('a'));
        request.onsuccess = () => setTimeout(() => order.push('after the request'), 0);
    });
    order.push('reported');
    assert.deepEqual(order, ['after the request', 'reported']);
});

test('of a transaction over two stores, either all is stored or nothing', async () => {
    await write(['refused'], (refused) => refused.add(record('b')));
    await assert.rejects(write(['outbox', 'refused'], (outbox, refused) => {
        outbox.add(record('a'));
        refused.add(record('b'));
    }), { name: 'ConstraintError' });
    assert.deepEqual(onDisk('outbox'), []);
});

test('a full disk refuses the new and keeps the old', async () => {
    await write(['outbox'], (outbox) => outbox.add(record('a')));
    fillDisk();
    await assert.rejects(write(['outbox'], (outbox) => outbox.put({ ...record('a'), type: 'changed' })), { name: 'QuotaExceededError' });
    assert.deepEqual(onDisk('outbox'), [record('a')]);
});

test('where the database did not open, the next call tries again', async () => {
    failNextOpen(new DOMException('private window', 'UnknownError'));
    await assert.rejects(recordsOf('outbox', 'chunmei'), { name: 'UnknownError' });
    assert.deepEqual(await recordsOf('outbox', 'chunmei'), []);
});

test('a newer version in another tab need not wait, and this page says so instead of writing into it', async () => {
    await write(['outbox'], (outbox) => outbox.add(record('a')));
    const newer = await openAs(3);
    await assert.rejects(recordsOf('outbox', 'chunmei'), { name: 'VersionError' });
    newer.close();
});

test('a browser that closed the database is asked for it anew', async () => {
    await write(['outbox'], (outbox) => outbox.add(record('a')));
    newPhone();
    await write(['outbox'], (outbox) => outbox.add(record('b')));
    assert.deepEqual(onDisk('outbox'), [record('b')]);
});

test('a phone is shared: everybody finds their own records', async () => {
    await write(['outbox'], (outbox) => [record('a'), record('b', 'guifang'), record('c')].forEach((one) => outbox.add(one)));
    assert.deepEqual((await recordsOf('outbox', 'chunmei')).map(({ id }) => id), ['a', 'c']);
    assert.deepEqual((await recordsOf('outbox', 'guifang')).map(({ id }) => id), ['b']);
});
