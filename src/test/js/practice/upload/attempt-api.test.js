import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#app/http.js';
import { AttemptApi, OtherPerson } from '#js/practice/upload/attempt-api.js';

/** @param {any} [answer] */
function api(answer) {
    /** @type {any[]} */
    const calls = [];
    const http = {
        call: async (/** @type {unknown[]} */ ...call) => calls.push(call),
        json: async (/** @type {unknown[]} */ ...call) => calls.push(call) && answer,
    };
    return { api: new AttemptApi(/** @type {any} */ (http), 'chunmei'), calls };
}

test('a chunk goes with its digest, its type made fit for a header, and time by its size', async () => {
    const one = api();
    const bytes = new ArrayBuffer(400_000);
    await one.api.putChunk({ attempt: 'a', take: 2, seq: 7, bytes, digest: 'abc=' }, 'video/mp4;codecs=avc1.42E01E,mp4a.40.2');
    const [[method, path, { headers, timeoutMs, body }]] = one.calls;
    assert.equal(`${method} ${path}`, 'PUT /api/attempts/a/takes/2/chunks/7');
    assert.deepEqual(headers, {
        'Tianbo-Person': 'chunmei', 'Content-Type': 'video/mp4;codecs="avc1.42E01E,mp4a.40.2"', 'Content-Digest': 'sha-256=:abc=:',
    });
    assert.equal(timeoutMs, 120_000);
    assert.equal(body, bytes);
});

test('a finish has the number of chunks of each take, and the times of the markers', async () => {
    const one = api();
    const take = { take: 1, type: 'video/mp4', startedAt: 's', endedAt: 'e', pieces: [[10, 1000], [10, 2000]], safe: [[0, 1]] };
    await one.api.finish(/** @type {any} */ ({ id: 'a', takes: [take], marks: [{ at: { take: 1, ms: 5 }, kind: 'step', ref: 'r' }] }));
    const [[method, path, { json }]] = one.calls;
    assert.equal(`${method} ${path}`, 'POST /api/attempts/a/finish');
    assert.deepEqual(json, {
        takes: [{ take: 1, chunks: 2, startedAt: 's', endedAt: 'e' }],
        clock: 'monotonic',
        marks: [{ at: { take: 1, ms: 5 }, kind: 'step', ref: 'r' }],
    });
});

test('a finish tells what the phone heard, where it listened', async () => {
    const one = api();
    const readings = { listenedMs: 2_000, speechMs: 1_500, syllables: 6, voiceOverNoiseDb: 20, loudMs: 0 };
    await one.api.finish(/** @type {any} */ ({ id: 'a', takes: [], marks: [], readings }));
    assert.deepEqual(one.calls[0][2].json.readings, readings);
});

test('what is recorded on site for a trainee is made in that trainee\'s name, and the rest goes the same way', async () => {
    const one = api();
    const plan = { title: 'Rice', format: 'pitch' };
    await one.api.put({ id: 'a', plan });
    await one.api.put({ id: 'a', plan, onSite: { trainee: 't', name: 'Chunmei' } });
    assert.deepEqual(one.calls.map(([method, path]) => `${method} ${path}`), ['PUT /api/attempts/a', 'PUT /api/trainees/t/attempts/a']);
});

test('every call says whose recordings it is about, and a refusal in the name of another is no refusal of the recording', async () => {
    const one = api();
    await one.api.submit('a');
    await one.api.delete({ id: 'a', recorder: 'r' });
    assert.deepEqual(one.calls.map(([, , { headers }]) => headers), [
        { 'Tianbo-Person': 'chunmei' }, { 'Tianbo-Person': 'chunmei', 'Tianbo-Recorder': 'r' },
    ]);
    const refuse = async () => Promise.reject(new Refusal(409, { code: 'request.other-person' }));
    await assert.rejects(new AttemptApi(/** @type {any} */ ({ call: refuse, json: refuse }), 'chunmei').submit('a'), OtherPerson);
});

test('an attempt says with whose help it was made and when, or that it was made alone', async () => {
    const one = api();
    const plan = { title: 'Rice', format: 'pitch' };
    await one.api.put({ id: 'a', plan, helping: 'h', helpedAt: 't' });
    await one.api.put({ id: 'b', plan, createdAt: 'c' });
    await one.api.put({ id: 'old', plan, helping: 'h', createdAt: 'c', takes: [] });
    const takes = [{ startedAt: 's', pieces: [] }];
    await one.api.finish(/** @type {any} */ ({ id: 'old', helping: 'h', createdAt: 'c', takes, marks: [] }));
    assert.deepEqual(one.calls.map(([, , { headers }]) => headers), [
        { 'Tianbo-Person': 'chunmei', 'Tianbo-Helping': 'h', 'Tianbo-Helped-At': 't' },
        { 'Tianbo-Person': 'chunmei', 'Tianbo-Helping': 'none' },
        { 'Tianbo-Person': 'chunmei', 'Tianbo-Helping': 'h', 'Tianbo-Helped-At': 'c' },
        { 'Tianbo-Person': 'chunmei', 'Tianbo-Helping': 'h', 'Tianbo-Helped-At': 's' },
    ]);
});
