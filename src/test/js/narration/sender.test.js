import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal, SignedOut, Unreachable } from '#app/http.js';
import { FakeClock } from '#support/fake-clock.js';
import { newPhone } from '#support/memory-indexed-db.js';
import { createSender } from '../../../main/web/js/narration/sender.js';
import { takeStore } from '../../../main/web/js/narration/take-store.js';

console.warn = () => {};

/** @param {string} sentence @param {string} digest @param {string} [person] @param {{replaces?: string[]}} [more] */
const spoken = (sentence, digest, person = 'trainer', more = {}) => takeStore.put({
    person,
    place: 'zh/rice',
    sentence,
    digest,
    bytes: new ArrayBuffer(4),
    type: 'audio/mp4;codecs=mp4a.40.2',
    at: `2026-06-18T04:00:0${digest}Z`,
    ...more,
});

/** @param {(path: string, request: {headers: Record<string, string>}) => Promise<unknown>} answer */
function phone(answer) {
    newPhone();
    const clock = new FakeClock();
    /** @type {string[]} */
    const calls = [];
    const http = /** @type {any} */ ({
        json: async (/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ request) => {
            calls.push(`${method} ${path}`);
            return (await answer(path, request)) ?? { counts: path.replace(/.*\/|\?.*/g, '') };
        },
    });
    const sender = createSender({ person: 'trainer', store: takeStore, http, clock, exclusively: async (_, work) => work() });
    return { sender, clock, calls };
}

test('what was spoken is sent once, under the digest of its bytes, and leaves the phone', async () => {
    const { sender, clock, calls } = phone(async () => {});
    await spoken('aa', '1');
    await Promise.all([sender.send(), sender.send()]);
    const sentAt = encodeURIComponent(new Date(clock.now()).toISOString());
    assert.deepEqual(calls, [`PUT /api/narrations/zh/rice/aa/1?at=2026-06-18T04%3A00%3A01Z&sentAt=${sentAt}`]);
    assert.deepEqual(await sender.waiting(), []);
    const [kept] = await takeStore.all('trainer');
    assert.deepEqual([kept.sent, kept.digest, kept.bytes.byteLength], [true, '1', 0]);
});

test('a take says which ones it was spoken in place of', async () => {
    const { sender, calls } = phone(async () => {});
    await spoken('aa', '3', 'trainer', { replaces: ['1', '2'] });
    await sender.send();
    assert.match(calls[0], /&replaces=1&replaces=2$/);
});

test('where a later one counts, the take stays here to be heard and is not sent again', async () => {
    const { sender, calls } = phone(async () => ({ counts: 'later' }));
    await spoken('aa', '1');
    /** @type {(string | undefined)[]} */
    const told = [];
    sender.onChange((sent) => told.push(sent?.later));
    await sender.send();
    await sender.send();
    assert.equal(calls.length, 1);
    assert.deepEqual(told, [undefined, 'later']);
    const [kept] = await takeStore.all('trainer');
    assert.deepEqual([kept.sent, kept.later, kept.bytes.byteLength], [true, 'later', 4]);
});

test('without network all waits, and goes when there is one', async () => {
    let online = false;
    const { sender, clock, calls } = phone(async () => {
        if (!online) {
            throw new Unreachable('none');
        }
    });
    await spoken('aa', '1');
    await spoken('bb', '2');
    await sender.send();
    assert.equal(calls.length, 1);
    assert.equal((await sender.waiting()).length, 2);
    online = true;
    await clock.pass(15_000);
    await sender.send();
    assert.deepEqual(await sender.waiting(), []);
    assert.equal(calls.length, 3);
});

test('a take that is refused stays on the phone with the reason, and the others go', async () => {
    const { sender } = phone(async (path) => {
        if (path.includes('/aa/')) {
            throw new Refusal(422, { detail: 'Nothing can be heard in it.' });
        }
    });
    await spoken('aa', '1');
    await spoken('bb', '2');
    await sender.send();
    assert.deepEqual(await sender.waiting(), []);
    const left = await sender.refused();
    assert.deepEqual(left.map(({ sentence, refused }) => [sentence, refused]), [['aa', 'Nothing can be heard in it.']]);
    await spoken('aa', '3');
    assert.equal((await sender.waiting()).length, 1);
    assert.deepEqual(await sender.refused(), []);
});

test('spoken again while it was sent, the later take waits', async () => {
    const { sender, calls } = phone(async (path) => {
        if (path.includes('/aa/1?')) {
            await spoken('aa', '2');
        }
    });
    await spoken('aa', '1');
    await sender.send();
    assert.deepEqual((await sender.waiting()).map(({ digest }) => digest), ['2']);
    await sender.send();
    assert.equal(calls.length, 2);
    assert.deepEqual(await sender.waiting(), []);
});

test('whoever shows what waits is told when it begins, and with each that arrives', async () => {
    const { sender } = phone(async () => {});
    await spoken('aa', '1');
    /** @type {(string | undefined)[]} */
    const told = [];
    sender.onChange((sent) => told.push(sent?.sentence));
    await sender.send();
    assert.deepEqual(told, [undefined, 'aa']);
});

test('what another person spoke on this phone is not sent', async () => {
    const { sender, calls } = phone(async () => {});
    await spoken('aa', '1', 'another');
    await sender.send();
    assert.deepEqual(calls, []);
    assert.equal((await takeStore.all('another')).length, 1);
});

test('signed out, it asks no more by itself', async () => {
    const { sender, clock } = phone(async () => {
        throw new SignedOut('HTTP 401');
    });
    await spoken('aa', '1');
    await sender.send();
    assert.equal(clock.nextMs, undefined);
    assert.equal((await sender.waiting()).length, 1);
});

test('a take says whose it is, and waits while somebody else is signed in on this phone', async () => {
    let signedIn = 'another';
    /** @type {Record<string, string>[]} */
    const headers = [];
    const { sender, clock } = phone(async (_, request) => {
        headers.push(request.headers);
        if (signedIn !== request.headers['Tianbo-Person']) {
            throw new Refusal(409, { code: 'request.other-person' });
        }
    });
    await spoken('aa', '1');
    await sender.send();
    assert.deepEqual(headers, [{ 'Tianbo-Person': 'trainer', 'Content-Type': 'audio/mp4;codecs="mp4a.40.2"' }]);
    assert.equal((await sender.waiting()).length, 1);
    signedIn = 'trainer';
    await clock.pass(15_000);
    await sender.send();
    assert.deepEqual(await sender.waiting(), []);
});
