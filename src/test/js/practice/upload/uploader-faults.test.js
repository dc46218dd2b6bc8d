import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Refusal, SignedOut, Unreachable } from '#js/app/http.js';
import { inTime } from '#js/app/in-time.js';
import { T0, clock, recorded, reset, rest, server, started, store, uploader } from '#support/upload-phone.js';

beforeEach(reset);

for (const [code, state] of [
    ['practice.quota-bytes', 'own-space-full'],
    ['practice.quota-chunks', 'too-many-open'],
    ['practice.quota-attempts', 'too-many-open'],
    ['practice.quota-county', 'county-full'],
    [undefined, 'no-room'],
]) {
    test(`no room because of ${code ?? 'the server’s disk'} is said as ${state}, and looked at again after a minute`, async () => {
        await recorded([1]);
        server.faults['chunk 1/0'] = [new Refusal(507, { code, detail: 'words for people' })];
        const { uploader: made } = await started();
        assert.equal(made.state, state);
        assert.equal(clock.nextMs, 60_000);
        await clock.pass(60_000);
        await rest();
        assert.deepEqual(server.stored, ['1/0']);
    });
}

test('signed out, nothing goes until somebody is', async () => {
    await recorded([1]);
    server.faults.me = [new SignedOut('')];
    const { uploader: made } = await started();
    assert.equal(made.state, 'signed-out');
    assert.equal(clock.nextMs, undefined);
});

test('a chunk spoilt on its way is sent once more, with its digest counted anew', async () => {
    await recorded([1]);
    server.faults['chunk 1/0'] = [new Refusal(422, {})];
    await started();
    assert.deepEqual(server.stored, ['1/0']);
});

for (const [status, trouble] of [[403, 'not-yours'], [404, 'not-yours'], [409, 'other-bytes'], [413, 'too-large'], [422, 'damaged']]) {
    test(`a chunk refused with ${status} for good is trouble: ${trouble}`, async () => {
        const id = await recorded([2]);
        server.faults['chunk 1/0'] = [new Refusal(/** @type {number} */ (status), {}), new Refusal(/** @type {number} */ (status), {})];
        const { uploader: made } = await started();
        assert.equal(store.attempts.get(id)?.trouble, trouble);
        assert.equal(made.state, 'idle');
        assert.equal(clock.nextMs, undefined);
    });
}

test('trouble with one attempt does not hold up the next', async () => {
    const first = await recorded([1]);
    await recorded([1, 1]);
    server.faults['chunk 1/0'] = [new Refusal(413, {})];
    await started();
    assert.equal(store.attempts.get(first)?.trouble, 'too-large');
    assert.deepEqual(server.stored, ['1/0', '2/0']);
});

test('a chunk that is gone from the phone is trouble', async () => {
    const id = await recorded([1]);
    store.chunks.clear();
    await started();
    assert.equal(store.attempts.get(id)?.trouble, 'damaged');
});

test('an attempt the server knows with another plan is not mixed up', async () => {
    const id = await recorded([1]);
    server.attempts.set(id, { plan: { title: 'Tea', format: 'sixty' }, takes: new Map(), state: 'planned' });
    await started();
    assert.equal(store.attempts.get(id)?.trouble, 'other-plan');
    assert.deepEqual(server.stored, []);
});

test('what another device records is neither mixed with this phone nor taken for its own', async () => {
    const id = await recorded([2]);
    const theirs = new Map([[1, new Map([[0, 'theirs'], [1, 'theirs']])]]);
    server.attempts.set(id, { plan: { title: 'Rice', format: 'sixty' }, takes: theirs, state: 'uploading', recorder: 'another' });
    await started();
    const attempt = store.attempts.get(id);
    assert.equal(attempt?.trouble, 'elsewhere');
    assert.deepEqual(attempt?.takes[0].safe, []);
    assert.deepEqual([...theirs.values()].map((chunks) => [...chunks.values()]), [['theirs', 'theirs']]);
});

test('a phone that is overtaken while it sends keeps all it has', async () => {
    const id = await recorded([3]);
    server.faults['chunk 1/1'] = [new Refusal(409, { code: 'practice.recorded-by-push' })];
    await started();
    assert.equal(store.attempts.get(id)?.trouble, 'elsewhere');
    assert.equal(store.chunks.size, 3);
});

test('chunks that the server has lost are sent again before it is finished', async () => {
    const id = await recorded([3]);
    const putChunk = server.putChunk;
    let lost = false;
    server.putChunk = async (chunk, type, recorder) => {
        await putChunk.call(server, chunk, type, recorder);
        if (chunk.seq === 1 && !lost) {
            lost = true;
            server.attempts.get(id)?.takes.get(1)?.delete(1);
        }
    };
    await started();
    assert.deepEqual(server.calls.filter((call) => call === 'finish').length, 2);
    assert.deepEqual(server.calls.filter((call) => call === 'chunk 1/1').length, 2);
    assert.ok(store.attempts.get(id)?.finishedAt);
});

test('a finish refused for what the phone heard goes without that: the recording is worth more', async () => {
    const readings = { listenedMs: 1, speechMs: 1, syllables: 1, loudMs: 0 };
    const id = await recorded([2], { endedAt: T0, readings });
    server.faults.finish = [new Refusal(422, { code: 'practice.readings-impossible' })];
    await started();
    assert.equal(server.calls.filter((call) => call === 'finish').length, 2);
    const { finishedAt, trouble, readings: left } = store.attempts.get(id) ?? {};
    assert.deepEqual([finishedAt !== undefined, trouble, left], [true, undefined, undefined]);
});

test('a finish waits for what the phone heard, and goes without where that fails to come in time', async (context) => {
    context.mock.method(console, 'warn', () => {});
    const readings = { listenedMs: 1, speechMs: 1, syllables: 1, loudMs: 0 };
    for (const [heard, sent] of /** @type {[() => Promise<unknown>, object | undefined][]} */ ([
        [async () => {}, readings], [() => new Promise(() => {}), undefined],
    ])) {
        const id = await recorded([2]);
        const { uploader: made } = uploader();
        const look = () => heard().then(() => store.update(id, (attempt) => Object.assign(attempt, { readings })));
        made.finishAfter(id, inTime(look(), 10_000, clock));
        made.start();
        await clock.pass(10_000);
        await rest();
        const { finishedAt, readings: left } = store.attempts.get(id) ?? {};
        assert.deepEqual([finishedAt !== undefined, left], [true, sent]);
    }
});

test('a finish refused although nothing is missing is tried again later, not forever at once', async () => {
    await recorded([1]);
    server.faults.finish = [new Refusal(409, { missing: [] })];
    const { uploader: made } = await started();
    assert.equal(made.state, 'retrying');
    assert.equal(clock.nextMs, 750);
});

test('a finish whose answer was lost is taken for what it was', async () => {
    const id = await recorded([1]);
    server.faults.finish = [new Unreachable('no answer'), new Refusal(410, {})];
    await started();
    await clock.pass(750);
    await rest();
    assert.ok(store.attempts.get(id)?.finishedAt);
    assert.equal(store.attempts.get(id)?.trouble, undefined);
});

test('one closed elsewhere without all of its chunks is trouble', async () => {
    const id = await recorded([2]);
    server.faults['chunk 1/0'] = [new Refusal(410, {})];
    server.faults['chunk 1/1'] = [new Refusal(410, {})];
    await started();
    assert.equal(store.attempts.get(id)?.trouble, 'closed');
});

test('a deletion reaches the server, and what it never knew is forgotten too', async () => {
    const id = await recorded([1]);
    await started();
    await store.delete(id, 'chunmei');
    await rest();
    assert.equal(server.attempts.size, 0);
    assert.equal(store.attempts.size, 0);

    const unknown = await recorded([], {});
    await store.delete(unknown, 'chunmei');
    await rest();
    assert.equal(store.attempts.size, 0);
});

test('what was handed in elsewhere meanwhile is not deleted, and its trainee is told', async () => {
    const id = await recorded([1]);
    await started();
    server.faults.delete = [new Refusal(409, {})];
    await store.delete(id, 'chunmei');
    await rest();
    assert.deepEqual([store.attempts.get(id)?.trouble, store.attempts.get(id)?.deletedAt], ['not-deleted', undefined]);
});

test('a recording of another phone is not deleted with what was recorded here', async () => {
    const id = await recorded([1]);
    await started();
    const stored = /** @type {any} */ (server.attempts.get(id));
    stored.recorder = 'another phone';
    await store.delete(id, 'chunmei', 'this phone');
    await rest();
    assert.ok(server.attempts.has(id));
    assert.equal(store.attempts.size, 0);
});
