import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { SignedOut, Unreachable } from '#js/app/http.js';
import { createOutbox } from '#js/app/outbox.js';
import { County } from '#support/county.js';
import { FakeClock, settled } from '#support/fake-clock.js';
import { MemoryOutboxStore } from '#support/memory-outbox-store.js';

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

console.warn = () => {};

let clock = new FakeClock();
let store = new MemoryOutboxStore();
let county = new County();

/** A page of a phone; several share the store. @param {object} [ports] */
function page(ports = {}) {
    const seen = { status: /** @type {import('#js/app/outbox.js').Status | undefined} */ (undefined), sent: 0 };
    const outbox = createOutbox({
        person: 'chunmei',
        store,
        api: /** @type {any} */ (county),
        clock,
        exclusively: (_, work) => work(),
        onStatus: (status) => (seen.status = status),
        onSent: () => seen.sent++,
        ...ports,
    });
    return {
        seen,
        outbox,
        async record(/** @type {string[]} */ ...lessons) {
            for (const lesson of lessons) {
                await outbox.record('lesson.completed', { lesson });
            }
            await settled();
        },
    };
}

beforeEach(() => {
    clock = new FakeClock();
    store = new MemoryOutboxStore();
    county = new County();
});

test('what is recorded with a network is sent at once, and reported as sent', async () => {
    const { record, seen } = page();
    await record('rice');
    assert.deepEqual(county.lessons(), ['rice']);
    assert.deepEqual(seen.status, { waiting: 0, refused: 0, clock: 0 });
    assert.equal(seen.sent, 1);
    assert.deepEqual(store.done.map(({ data }) => data.lesson), ['rice']);
});

test('a record carries its name, its time and its data, and nothing that only the phone needs', async () => {
    const { outbox } = page();
    await outbox.record('quiz.submitted', { lesson: 'rice' }, { about: 'Rice', passed: true, helping: 'none' });
    await settled();
    const [sent] = county.taken;
    assert.deepEqual(Object.keys(sent), ['id', 'type', 'at', 'data', 'helping']);
    assert.match(sent.id, UUID7);
    assert.match(county.device ?? '', UUID7);
    assert.equal(sent.at, '2026-05-04T08:00:00.000Z');
});

test('without a network it waits, and is sent at the next flush', async () => {
    county.connected = false;
    const { record, outbox, seen } = page();
    await record('one', 'two');
    assert.deepEqual(seen.status, { waiting: 2, refused: 0, clock: 0 });
    assert.equal(seen.sent, 0);

    county.connected = true;
    await outbox.flush();
    assert.deepEqual(county.lessons(), ['one', 'two']);
    assert.deepEqual(seen.status, { waiting: 0, refused: 0, clock: 0 });
});

test('it is tried again after 5 seconds, then twice as long each time, never more than 5 minutes', async () => {
    county.connected = false;
    const { record } = page();
    await record('one');
    const waits = [];
    for (let i = 0; i < 9; i++) {
        waits.push(clock.nextMs);
        await clock.pass(clock.nextMs ?? 0);
    }
    assert.deepEqual(waits, [5, 10, 20, 40, 80, 160, 300, 300, 300].map((seconds) => seconds * 1000));

    county.connected = true;
    await clock.pass(300_000);
    assert.deepEqual(county.lessons(), ['one']);
    assert.equal(clock.nextMs, undefined);
});

test('waits are spread, so that a village does not come back all at once', async () => {
    county.connected = false;
    for (const [random, expected] of [[0, 3750], [1, 6250]]) {
        clock = new FakeClock();
        clock.random = () => random;
        await page().record('one');
        assert.equal(clock.nextMs, expected);
    }
});

test('the wait that a server requests is kept', async () => {
    county.fault = new Unreachable('HTTP 503', 60_000);
    await page().record('one');
    assert.equal(clock.nextMs, 60_000);
});

test('nothing is lost while nobody is signed in', async () => {
    county.fault = new SignedOut('nobody is signed in');
    const { record, seen } = page();
    await record('one');
    assert.deepEqual(seen.status, { waiting: 1, refused: 0, clock: 0 });
});

test('refused records are stored with their code, and the others are accepted', async () => {
    const { record, outbox, seen } = page();
    await record('refused', 'rice');
    assert.deepEqual(county.lessons(), ['rice']);
    assert.deepEqual(seen.status, { waiting: 0, refused: 1, clock: 0 });
    assert.deepEqual((await outbox.refused()).map(({ code }) => code), ['learning.unknown-lesson']);
});

test('what was refused and waits once more is sent as it was made', async () => {
    const { record, outbox, seen } = page();
    await record('refused', 'refused');
    const [one] = await outbox.refused();
    county.settle = ({ id }) => ({ id, status: 'accepted' });

    await store.requeue([one.id]);
    await outbox.flush();
    assert.deepEqual(seen.status, { waiting: 0, refused: 1, clock: 0 });
    assert.deepEqual(store.done.map(({ id, at, code }) => [id, at, code]), [[one.id, one.at, undefined]]);
});

test('one record that fails the whole call does not stop the others', async () => {
    county.connected = false;
    const { record, outbox } = page();
    await record('one', 'two', 'spoils', 'four');
    county.connected = true;

    await outbox.flush();
    assert.deepEqual(county.lessons().sort(), ['four', 'one', 'two']);
    assert.deepEqual((await outbox.refused()).map(({ code }) => code), ['http.422']);
});

test('more than 500 records go in calls of 500', async () => {
    const now = new Date(clock.now()).toISOString();
    for (let i = 0; i < 1_050; i++) {
        await store.add({ id: `${i}`, type: 'lesson.opened', at: now, data: { lesson: `${i}` }, person: 'chunmei' });
    }
    await page().outbox.flush();
    assert.deepEqual(county.calls, [500, 500, 50]);
    assert.equal(county.taken.length, 1_050);
});

test('on a shared phone nobody sends in another person’s name', async () => {
    county.connected = false;
    const { record } = page();
    await record('one');
    county.connected = true;

    county.signedIn = 'laohu';
    const other = page({ person: 'laohu' });
    await other.outbox.flush();
    assert.deepEqual(county.lessons(), []);
    assert.deepEqual(other.seen.status, { waiting: 0, refused: 0, clock: 0 });
});

test('a page left open sends nothing while somebody else is signed in', async () => {
    county.signedIn = 'dashan';
    const { record, outbox, seen } = page();
    await record('one');
    assert.deepEqual(county.lessons(), []);
    assert.deepEqual(seen.status, { waiting: 1, refused: 0, clock: 0 });

    county.signedIn = 'chunmei';
    await outbox.flush();
    assert.deepEqual(county.lessons(), ['one']);
});

test('what was dated by a wrong clock is sent, dated now, once the clock is right', async () => {
    clock.set('2010-01-01T00:00:00.000Z');
    const { record, outbox, seen } = page();
    await record('one');
    assert.deepEqual(seen.status, { waiting: 0, refused: 0, clock: 1 });

    clock.set('2026-05-04T09:00:00.000Z');
    await outbox.flush();
    assert.deepEqual(county.taken.map(({ at }) => at), ['2026-05-04T09:00:00.000Z']);
    assert.deepEqual(seen.status, { waiting: 0, refused: 0, clock: 0 });
});

test('a clock that was a day and an hour fast counts as right as soon as it is set back', async () => {
    county.settle = ({ id, at }) => at > '2026-05-05T08:00:00.000Z'
        ? { id, status: 'rejected', code: 'learning.time-out-of-range' }
        : { id, status: 'accepted' };
    clock.set('2026-05-05T09:00:00.000Z');
    const { record, outbox, seen } = page();
    await record('one');
    assert.deepEqual(seen.status, { waiting: 0, refused: 0, clock: 1 });

    clock.set('2026-05-04T08:00:00.000Z');
    await outbox.flush();
    assert.deepEqual(store.done.map(({ at }) => at), ['2026-05-04T08:00:00.000Z']);
});

test('a server that settles nothing is asked again later, not at once for ever', async () => {
    county.sync = () => ({ results: [] });
    const { record, seen } = page();
    await record('one');
    assert.deepEqual(seen.status, { waiting: 1, refused: 0, clock: 0 });
    assert.equal(clock.nextMs, 5_000);
});

test('whose records a call brings stands in it, so that nobody else can be given them', async () => {
    /** @type {any} */
    let headers;
    const json = county.json;
    county.json = (method, path, request) => {
        headers = request.headers;
        return json(method, path, request);
    };
    await page().record('one');
    assert.deepEqual(headers, { 'Tianbo-Person': 'chunmei' });
});

test('two flushes at once send each record once', async () => {
    county.connected = false;
    const { record, outbox } = page();
    await record('one');
    county.connected = true;
    await Promise.all([outbox.flush(), outbox.flush()]);
    assert.deepEqual(county.calls, [1]);
});

test('two pages send each record once', async () => {
    /** @type {Promise<unknown>} */
    let last = Promise.resolve();
    const exclusively = (/** @type {string} */ _, /** @type {() => Promise<unknown>} */ work) => (last = last.then(work, work));
    county.connected = false;
    const [one, other] = [page({ exclusively }), page({ exclusively })];
    await one.record('one');
    await other.record('two');
    county.connected = true;
    await Promise.all([one.outbox.flush(), other.outbox.flush()]);
    assert.deepEqual(county.lessons(), ['one', 'two']);
    assert.deepEqual(county.calls, [2]);
});

test('a browser without locks may send twice, and the server stores each record once', async () => {
    county.connected = false;
    const [one, other] = [page(), page()];
    await one.record('one');
    await other.record('two');
    county.connected = true;
    await Promise.all([one.outbox.flush(), other.outbox.flush()]);
    assert.deepEqual(county.lessons(), ['one', 'two']);
    assert.deepEqual(one.seen.status, { waiting: 0, refused: 0, clock: 0 });
});

test('what is recorded during the last call is sent after it', async () => {
    const { record, outbox } = page();
    const sync = county.sync;
    county.sync = (body) => {
        county.sync = sync;
        store.add({ id: 'late', type: 'lesson.opened', at: body.records[0].at, data: { lesson: 'late' }, person: 'chunmei' });
        return sync(body);
    };
    await record('one');
    await outbox.flush();
    assert.deepEqual(county.lessons(), ['one', 'late']);
});

test('a page with nothing to send calls nobody', async () => {
    county.json = () => assert.fail('called');
    await page().outbox.flush();
});
