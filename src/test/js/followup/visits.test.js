import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal, Unreachable } from '#js/app/http.js';
import { createPhotoSender } from '#js/followup/photo-sender.js';
import { dataOfVisit, isAbout, missing } from '#js/followup/visit-data.js';

console.warn = () => {};

const WHOM = { cohort: 'c', trainee: 't', round: 1 };
const EMPTY = { outcome: 'MET', store: 'OPEN', why: '', income: '', month: '', seen: '' };

test('somebody who was spoken to has a store, a reason if it is not open, and a whole income or none', () => {
    assert.equal(missing(EMPTY), undefined);
    assert.equal(missing({ ...EMPTY, store: '' }), 'store-missing');
    assert.equal(missing({ ...EMPTY, store: 'CLOSED', why: ' ' }), 'why-missing');
    assert.equal(missing({ ...EMPTY, income: '1,200', month: '2026-09', seen: 'TOLD' }), undefined);
    assert.equal(missing({ ...EMPTY, income: '１２００', month: '2026-09', seen: '' }), 'income-incomplete');
    assert.equal(missing({ ...EMPTY, income: 'much', month: '2026-09', seen: 'TOLD' }), 'income-incomplete');
    assert.equal(missing({ ...EMPTY, outcome: 'NOT_REACHED', store: '' }), undefined);
});

test('what was left empty is not sent, and the place only where there is one', () => {
    const fields = { outcome: 'MET', help: ' ', store: 'OPEN' };
    const times = { begun: 0, ended: 60_000 };
    const without = dataOfVisit(WHOM, fields, times);
    assert.deepEqual(without, {
        ...WHOM, outcome: 'MET', store: 'OPEN', begun: '1970-01-01T00:00:00.000Z', ended: '1970-01-01T00:01:00.000Z',
    });
    const place = { latitude: 33.7512345678, longitude: 111.05, accuracy: 12.34 };
    assert.equal(/** @type {any} */ (dataOfVisit(WHOM, fields, { ...times, place })).place, '33.751235,111.050000,12.3');
    assert.ok(isAbout(WHOM, without));
    assert.ok(!isAbout({ ...WHOM, round: 2 }, without));
});

/** @param {{fault?: Error, me?: string, waiting?: string[]}} [world] */
function sending({ fault, me = 'p', waiting = [] } = {}) {
    /** @type {string[]} */
    const removed = [];
    /** @type {string[]} */
    const sent = [];
    const all = [{ visit: 'v1', person: 'p', photo: new Blob(['x']) }, { visit: 'v2', person: 'p', photo: new Blob(['y']) }];
    const sender = createPhotoSender(/** @type {any} */ ({
        person: 'p',
        photos: { of: async () => all, remove: async (/** @type {string} */ visit) => removed.push(visit) },
        outbox: { waiting: async () => waiting.map((id) => ({ id })), refused: async () => [] },
        http: {
            json: async () => ({ id: me }),
            call: async (/** @type {string} */ _method, /** @type {string} */ path) => {
                sent.push(path);
                if (fault) {
                    throw fault;
                }
            },
        },
    }));
    return { sender, removed, sent };
}

test('a photo goes up once its visit is received, and stays until then', async () => {
    const { sender, removed } = sending({ waiting: ['v2'] });
    await sender.flush();
    assert.deepEqual(removed, ['v1']);
});

/** @param {string} code */
const wrongPhoto = (code) => new Refusal(422, { errors: [{ field: 'photo', code, message: '' }] });

test('without a network, without a visit or without room it stays', async () => {
    const full = ['store.quota-photos', 'store.quota-county', 'store.photos-busy', 'store.photo-unreadable'].map(wrongPhoto);
    const refusals = [new Refusal(403, {}), new Refusal(404, {}), new Refusal(422, {}), new Refusal(507, {})];
    for (const fault of [new Unreachable('no network'), ...refusals, ...full]) {
        const { sender, removed } = sending({ fault });
        await sender.flush();
        assert.deepEqual(removed, []);
    }
});

test('one that is refused does not hold up the others; without a network none is tried', async () => {
    const refused = sending({ fault: new Refusal(404, {}) });
    await refused.sender.flush();
    assert.equal(refused.sent.length, 2);
    const cut = sending({ fault: new Unreachable('no network') });
    await cut.sender.flush();
    assert.equal(cut.sent.length, 1);
});

test('what is no picture goes', async () => {
    for (const fault of [new Refusal(413, {}), wrongPhoto('store.photo-not-a-picture')]) {
        const { sender, removed } = sending({ fault });
        await sender.flush();
        assert.deepEqual(removed, ['v1', 'v2']);
    }
});

test('nothing is sent in the session of another person', async () => {
    const { sender, sent } = sending({ me: 'somebody else' });
    await sender.flush();
    assert.deepEqual(sent, []);
});
