import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { write } from '#app/db.js';
import { photoStore } from '#js/followup/photo-store.js';
import { takeStore } from '#js/narration/take-store.js';
import { countOf, unsentWork } from '#js/site/unsent-work.js';
import { setGlobals } from '#support/globals.js';
import { newPhone } from '#support/memory-indexed-db.js';
import { memoryStorage } from '#support/reviews.js';

beforeEach(newPhone);

/** One of everything that a phone can hold unsent of a person. @param {string} person */
async function workOf(person) {
    /** @type {any} */
    const attempt = { id: `attempt of ${person}`, person, takes: [{}], marks: [] };
    await write(['outbox', 'refused', 'attempts', 'kv'], (outbox, refused, attempts, kv) => {
        outbox.put({ id: `done by ${person}`, person });
        refused.put({ id: `refused of ${person}`, person });
        attempts.put(attempt);
        kv.put({ key: `self-review/${attempt.id}`, person, sent: false });
        kv.put({ key: `self-review/sent by ${person}`, person, sent: true });
        kv.put({ key: `plan-draft:${person}`, value: {} });
    });
    const sentence = {
        person, place: 'zh/rice', sentence: 'a', digest: '1', bytes: new ArrayBuffer(4), type: 'audio/mp4', at: '2026-06-18T04:00:00Z',
    };
    await takeStore.put(sentence);
    await takeStore.put({ ...sentence, sentence: 'b', sent: true });
    await photoStore.put({ visit: `visit of ${person}`, person, photo: new Blob(['photo']) });
    localStorage.setItem(`grading:${person}:review`, '{}');
}

test('all of a person that the server has not is counted, of each kind, and nothing of anybody else', async (context) => {
    setGlobals(context, { localStorage: memoryStorage() });
    await workOf('chunmei');
    await workOf('laohu');
    const work = await unsentWork('chunmei');
    assert.deepEqual(Object.entries(work).map(([kind, some]) => [kind, some.length]), [
        ['waiting', 1], ['refused', 1], ['recordings', 1], ['reviews', 1], ['sentences', 1], ['photos', 1], ['drafts', 1],
    ]);
    assert.equal(countOf(work), 7);
    assert.equal(countOf(await unsentWork('somebody new')), 0);
});

test('photos that cannot be read hide nothing else', async (context) => {
    context.mock.method(console, 'warn', () => {});
    setGlobals(context, { localStorage: memoryStorage() });
    await workOf('chunmei');
    context.mock.method(photoStore, 'of', async () => Promise.reject(new Error('no store')));
    const work = await unsentWork('chunmei');
    assert.deepEqual([work.waiting.length, work.photos.length, countOf(work)], [1, 0, 6]);
});
