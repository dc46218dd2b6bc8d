import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { LiveFirst } from '#js/practice/upload/live-first.js';
import { clock, recorded, reset, rest, server, started } from '#support/upload-phone.js';

beforeEach(reset);

const chunks = (/** @type {[number, number][]} */ ...places) => places.map(([take, seq]) => ({ take, seq }));

test('what viewers wait for comes first, and little of the rest before it is looked again', () => {
    const live = new LiveFirst(clock);
    const lacking = chunks([1, 3], [1, 4], [1, 5], [2, 0], [2, 1], [2, 2]);
    assert.equal(live.firstOf('a', lacking), lacking);
    live.ask({ hold: false, attempt: 'a', take: 2, from: 1 });
    assert.deepEqual(live.firstOf('a', lacking), chunks([2, 1], [2, 2], [1, 3], [1, 4]));
    assert.deepEqual(live.firstOf('b', lacking), lacking.slice(0, 4));
});

test('nothing else begins to go out while a copy waits, for as long as it is asked for', async () => {
    const id = await recorded([6], {});
    const liveFirst = new LiveFirst(clock);
    const wish = { hold: true, attempt: id, take: 1, from: Infinity };
    liveFirst.ask(wish);
    await started({ liveFirst });
    assert.deepEqual(server.stored, []);
    liveFirst.ask({ ...wish, hold: false });
    await rest();
    assert.deepEqual(server.stored, ['1/0', '1/1', '1/2', '1/3', '1/4', '1/5']);
    assert.equal(server.busiest, 1);
});

test('when the page that asked has died, all goes on as ever', async () => {
    const id = await recorded([3]);
    const liveFirst = new LiveFirst(clock);
    liveFirst.ask({ hold: true, attempt: id, take: 1, from: Infinity });
    await started({ liveFirst });
    await clock.pass(3_900);
    assert.deepEqual(server.stored, []);
    await clock.pass(200);
    await rest();
    assert.deepEqual(server.stored, ['1/0', '1/1', '1/2']);
});

test('another open page holds back as well', () => {
    /** @type {any} */
    const channel = { sent: [], postMessage: (/** @type {unknown} */ wish) => channel.sent.push(wish) };
    const other = new LiveFirst(clock, channel);
    channel.onmessage({ data: { hold: true, attempt: 'a', take: 1, from: 0 } });
    assert.ok(other.isOn);
    channel.onmessage({ data: undefined });
    assert.ok(!other.isOn);
    other.ask(undefined);
    assert.deepEqual(channel.sent, [], 'nobody waited');
    other.ask({ hold: false, attempt: 'a', take: 1, from: 3 });
    other.ask(undefined);
    assert.equal(channel.sent.length, 2);
});
