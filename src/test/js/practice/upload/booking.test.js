import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Refusal } from '#js/app/http.js';
import { recorded, refreshed, reset, rest, server, started, store } from '#support/upload-phone.js';

const AT = '2026-05-04T11:30:00.000Z';
beforeEach(reset);

test('a booked time goes up by itself, once, and nothing is finished by it', async () => {
    const id = await recorded([], { booking: { at: AT } });
    await started();
    assert.equal(server.booked.get(id), AT);
    assert.deepEqual(server.calls.filter((call) => ['put', 'book', 'finish'].includes(call)), ['put', 'book']);
    assert.deepEqual(store.attempts.get(id)?.booking, { at: AT, sent: true });
    assert.deepEqual(refreshed, [['/', '/practice']]);
});

test('a time the server does not take is said so, and holds nothing back', async () => {
    const id = await recorded([], { booking: { at: AT } });
    server.faults.book = [new Refusal(422, {})];
    const { uploader: { state } } = await started();
    assert.deepEqual(store.attempts.get(id)?.booking, { at: AT, refused: true });
    assert.equal(state, 'idle');
});

test('without a network the booking waits for one', async () => {
    const id = await recorded([], { booking: { at: AT } });
    server.connected = false;
    const { uploader: made } = await started();
    assert.equal(server.booked.size, 0);
    server.connected = true;
    made.retryNow();
    await rest();
    assert.equal(server.booked.get(id), AT);
});

test('what was recorded before the booking went up goes up as ever', async () => {
    await recorded([1], { booking: { at: AT }, endedAt: AT });
    await started();
    assert.deepEqual(server.stored, ['1/0']);
    assert.equal(server.booked.size, 0);
});
