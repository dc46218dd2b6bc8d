import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Refusal, Unreachable } from '#js/app/http.js';
import { TakeWriter } from '#js/practice/attempt/take-writer.js';
import { OtherPerson } from '#js/practice/upload/attempt-api.js';
import {
    T0, clock, connection, recorded, refreshed, reset, rest, server, settings, started, store, uploader,
} from '#support/upload-phone.js';

beforeEach(reset);

test('what was recorded goes up whole, is finished, and waits to be handed in', async () => {
    const id = await recorded([3, 2]);
    const { uploader: { state } } = await started();
    assert.deepEqual(server.stored, ['1/0', '1/1', '1/2', '2/0', '2/1']);
    const attempt = store.attempts.get(id);
    assert.equal(attempt?.finishedAt, T0);
    assert.deepEqual(attempt?.takes.map(({ safe }) => safe), [[[0, 2]], [[0, 1]]]);
    assert.equal(state, 'idle');
    assert.ok(!server.calls.includes('submit'));
});

for (const [what, answers] of /** @type {[string, (Error | undefined)[]][]} */ ([
    ['is told so', []],
    ['asks again, for the answer was lost', [new Refusal(410, {})]],
])) {
    test(`recorded on site, nothing of a trainee stays on a phone once the server has it and the phone ${what}`, async () => {
        server.faults.finish = answers;
        const id = await recorded([2], { endedAt: T0, onSite: { trainee: 't', name: 'Chunmei' } });
        await started();
        assert.deepEqual(server.stored, ['1/0', '1/1']);
        assert.equal(store.attempts.get(id)?.finishedAt, T0);
        assert.equal(store.attempts.get(id)?.cleared, true);
        assert.equal(store.chunks.size, 0);
        assert.ok(!server.calls.includes('submit'));
    });
}

test('a live recording goes up while it grows, and is not finished before its end', async () => {
    const id = await recorded([1], {});
    await started();
    assert.deepEqual(server.stored, ['1/0']);
    await new TakeWriter(store, id, 1, { type: 'video/webm', startedAt: T0 }, 1).write(new Blob(['more']), 4000);
    await rest();
    assert.deepEqual(server.stored, ['1/0', '1/1']);
    assert.ok(!server.calls.includes('finish'));
});

test('two chunks are under way at a time, never more', async () => {
    await recorded([9]);
    await started();
    assert.equal(server.busiest, 2);
});

test('nothing is sent twice that the server has', async () => {
    const id = await recorded([4]);
    const recorder = store.attempts.get(id)?.recorder;
    const takes = new Map([[1, new Map([[0, ''], [2, '']])]]);
    server.attempts.set(id, { plan: { title: 'Rice', format: 'sixty' }, takes, state: 'planned', recorder });
    await started();
    assert.deepEqual(server.calls.filter((call) => call.startsWith('chunk')), ['chunk 1/1', 'chunk 1/3']);
});

test('handed in, it waits for the recording and then says so on the pages kept', async () => {
    const id = await recorded([1], { endedAt: T0, handIn: true });
    await started();
    assert.ok(store.attempts.get(id)?.sentAt);
    assert.equal(store.attempts.get(id)?.submittedAt, undefined);
    assert.equal(clock.nextMs, 5_000);

    server.attempt(id).state = 'submitted';
    await clock.pass(5_000);
    await rest();
    assert.ok(store.attempts.get(id)?.submittedAt);
    assert.deepEqual(refreshed, [['/', '/practice']]);
    assert.equal(clock.nextMs, undefined);
});

test('taken back on another phone, it waits for nothing any more', async () => {
    const id = await recorded([1], { endedAt: T0, handIn: true });
    await started();
    server.attempt(id).state = 'ready';
    await clock.pass(5_000);
    await rest();
    const attempt = store.attempts.get(id);
    assert.deepEqual([attempt?.handIn, attempt?.sentAt, clock.nextMs], [false, undefined, undefined]);
});

test('a recording that cannot be prepared is trouble', async () => {
    const id = await recorded([1], { endedAt: T0, handIn: true });
    await started();
    server.attempt(id).state = 'failed';
    await clock.pass(5_000);
    await rest();
    assert.equal(store.attempts.get(id)?.trouble, 'failed');
});

test('without a network it waits for one, and reports that', async () => {
    server.connected = false;
    await recorded([2]);
    const { uploader: made } = await started();
    assert.equal(made.state, 'offline');
    assert.equal(clock.nextMs, undefined);

    server.connected = true;
    made.retryNow();
    await rest();
    assert.deepEqual(server.stored, ['1/0', '1/1']);
});

test('a server that does not answer is tried again: 1 s, doubled up to a minute, three quarters of it in the middle', async () => {
    await recorded([1]);
    server.faults['chunk 1/0'] = Array.from({ length: 8 }, () => new Unreachable('HTTP 503'));
    const { uploader: made } = await started();
    const waits = [];
    for (let i = 0; i < 8; i++) {
        assert.equal(made.state, 'retrying');
        waits.push(clock.nextMs);
        await clock.pass(clock.nextMs ?? 0);
        await rest();
    }
    assert.deepEqual(waits, [750, 1500, 3000, 6000, 12000, 24000, 45000, 45000]);
    assert.deepEqual(server.stored, ['1/0']);
});

test('a chunk that arrives begins the waits anew', async () => {
    await recorded([2]);
    server.faults['chunk 1/1'] = [new Unreachable('HTTP 503'), new Unreachable('HTTP 503')];
    await started();
    assert.equal(clock.nextMs, 750);
});

test('the wait that a server requests is kept', async () => {
    await recorded([1]);
    server.faults['chunk 1/0'] = [new Unreachable('HTTP 429', 30_000)];
    await started();
    assert.equal(clock.nextMs, 30_000);
});

test('a requested retry ends the wait', async () => {
    await recorded([1]);
    server.faults['chunk 1/0'] = [new Unreachable('HTTP 503')];
    const { uploader: made } = await started();
    made.retryNow();
    await rest();
    assert.deepEqual(server.stored, ['1/0']);
});

test('nothing is sent while another person is signed in', async () => {
    await recorded([1]);
    server.signedIn = 'laohu';
    const { uploader: made } = await started();
    assert.equal(made.state, 'other-person');
    assert.deepEqual(server.calls, ['me']);
});

test('a chunk that meets the session of another person stays, and nothing is wrong with its recording', async () => {
    const id = await recorded([1]);
    const { putChunk } = server;
    server.putChunk = async () => {
        server.signedIn = 'laohu';
        throw new OtherPerson();
    };
    const { uploader: made } = await started();
    assert.equal(made.state, 'other-person');
    assert.equal((await store.get(id))?.trouble, undefined);
    Object.assign(server, { signedIn: 'chunmei', putChunk });
    made.retryNow();
    await rest();
    assert.deepEqual(server.stored, ['1/0']);
});

test('the signed-in person is checked again after 20 seconds of sending', async () => {
    const id = await recorded([1], {});
    await started();
    const more = (/** @type {number} */ seq) =>
        new TakeWriter(store, id, 1, { type: 'video/webm', startedAt: T0 }, seq).write(new Blob(['x']), 9000);
    await more(1);
    await rest();
    assert.equal(server.calls.filter((call) => call === 'me').length, 1);
    await clock.pass(20_000);
    server.signedIn = 'laohu';
    await more(2);
    await rest();
    assert.deepEqual(server.stored, ['1/0', '1/1']);
});

test('what another person recorded on this phone stays where it is', async () => {
    await recorded([1], { endedAt: T0, person: 'laohu' });
    const { uploader: made } = await started();
    assert.equal(made.state, 'idle');
    assert.deepEqual(server.calls, []);
});

test('with Wi-Fi only, bytes wait for Wi-Fi; what has none left to send does not', async () => {
    settings.set('wifi-only', true);
    const id = await recorded([1], { endedAt: T0, handIn: true });
    const { uploader: made } = await started();
    assert.equal(made.state, 'wifi-awaited');
    assert.deepEqual(server.stored, []);

    connection.type = 'wifi';
    made.retryNow();
    await rest();
    assert.deepEqual(server.stored, ['1/0']);

    connection.type = 'cellular';
    server.attempt(id).state = 'submitted';
    made.retryNow();
    await rest();
    assert.ok(store.attempts.get(id)?.submittedAt);
});

test('allowed once with the megabytes in view, they go over whatever network there is', async () => {
    settings.set('wifi-only', true);
    await recorded([1]);
    const { uploader: made, network } = await started();
    network.allowNow();
    made.retryNow();
    await rest();
    assert.deepEqual(server.stored, ['1/0']);
});

test('one page sends at a time', async () => {
    /** @type {Promise<any>} */
    let last = Promise.resolve();
    const exclusively = (/** @type {string} */ _, /** @type {() => Promise<unknown>} */ work) => (last = last.then(work, work));
    await recorded([4]);
    const one = uploader({ exclusively });
    const other = uploader({ exclusively });
    one.uploader.start();
    other.uploader.start();
    await rest();
    await rest();
    assert.equal(server.busiest, 2);
    assert.equal(server.calls.filter((call) => call.startsWith('chunk')).length, 4);
});

test('a self-review goes up although no recording waits, and not over a dead network', async () => {
    const waiting = [{ attempt: 'a' }];
    const selfReviews = { waiting: async () => [...waiting], send: async () => waiting.pop() };
    server.connected = false;
    const { uploader: sender } = await started({ selfReviews });
    assert.equal(waiting.length, 1);
    server.connected = true;
    sender.retryNow();
    await rest();
    assert.equal(waiting.length, 0);
    assert.equal(sender.state, 'idle');
});
