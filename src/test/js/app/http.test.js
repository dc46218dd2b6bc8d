import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHttpClient, Refusal, SignedOut, Unreachable } from '#js/app/http.js';
import { FakeClock, settled } from '#support/fake-clock.js';

/** @param {(path: string, request: any) => Promise<Response>} fetch */
const client = (fetch, clock = new FakeClock()) => createHttpClient({ fetch: /** @type {any} */ (fetch), clock, language: () => 'zh-CN' });
/** @param {number} status @param {any} [body] @param {Record<string, string>} [headers] */
const answers = (status, body, headers = {}) => client(async () => new Response(body, { status, headers }));
const PROBLEM = { 'Content-Type': 'application/problem+json' };

test('an answer is read as JSON, and one without content as null', async () => {
    assert.deepEqual(await answers(200, '{"id":1}', { 'Content-Type': 'application/json' }).json('GET', '/api/me'), { id: 1 });
    assert.equal(await answers(204).json('POST', '/api/reviews/claim'), null);
});

test('a call requests JSON in the language of the page, and a plain status if nobody is signed in', async () => {
    /** @type {any} */
    let sent;
    await client(async (path, request) => {
        sent = { path, ...request };
        return new Response('{}');
    }).json('PUT', '/api/attempts/1', { json: { title: 'Rice' }, headers: { 'If-Match': '"3"' } });

    assert.equal(sent.path, '/api/attempts/1');
    assert.equal(sent.method, 'PUT');
    assert.equal(sent.body, '{"title":"Rice"}');
    assert.equal(sent.redirect, 'manual');
    assert.equal(sent.cache, 'no-store');
    assert.deepEqual(sent.headers, {
        Accept: 'application/json',
        'Accept-Language': 'zh-CN',
        'X-Requested-With': 'JavaScript',
        'Content-Type': 'application/json',
        'If-Match': '"3"',
    });
});

test('bytes go as they are, under the type they were given', async () => {
    const bytes = new Uint8Array([1, 2]);
    await client(async (_, { body, headers }) => {
        assert.equal(body, bytes);
        assert.equal(headers['Content-Type'], 'video/mp4');
        return new Response('{}');
    }).call('PUT', '/chunk', { body: bytes, headers: { 'Content-Type': 'video/mp4' } });
});

test('a refusal has the status and the problem of the response', async () => {
    const body = '{"code":"practice.quota-bytes","detail":"Your space is used up","errors":[{"field":"a"}]}';
    const refused = await answers(507, body, PROBLEM).call('PUT', '/').catch((fault) => fault);
    assert.ok(refused instanceof Refusal);
    assert.equal(refused.status, 507);
    assert.equal(refused.message, 'Your space is used up');
    assert.equal(refused.problem.code, 'practice.quota-bytes');
    assert.deepEqual(refused.problem.errors, [{ field: 'a' }]);
});

for (const [what, status, body, message] of [
    ['without a problem', 404, '<html>', 'HTTP 404'],
    ['with broken JSON', 422, '{', 'HTTP 422'],
    ['with a code only', 409, '{"code":"practice.closed"}', 'practice.closed'],
]) {
    test(`a refusal ${what} is a refusal all the same`, async () => {
        const refused = await answers(/** @type {number} */ (status), body, PROBLEM).call('GET', '/').catch((fault) => fault);
        assert.ok(refused instanceof Refusal);
        assert.equal(refused.message, message);
    });
}

test('401 and a redirect to the sign-in mean that nobody is signed in', async () => {
    await assert.rejects(answers(401).call('GET', '/'), SignedOut);
    const redirected = { type: 'opaqueredirect', status: 0, ok: false, headers: new Headers() };
    await assert.rejects(client(async () => /** @type {any} */ (redirected)).call('GET', '/'), SignedOut);
});

for (const status of [408, 429, 500, 502, 503, 504]) {
    test(`${status} is tried again later`, async () => assert.rejects(answers(status).call('GET', '/'), Unreachable));
}

for (const [header, ms] of [['30', 30_000], ['0', 0], ['soon', 0], ['Wed, 21 Oct 2026 07:28:00 GMT', 0], [undefined, 0]]) {
    test(`Retry-After ${header} means ${ms} ms`, async () => {
        const headers = /** @type {any} */ (header === undefined ? {} : { 'Retry-After': header });
        const fault = await answers(503, '{"detail":"Too busy"}', { ...PROBLEM, ...headers }).call('GET', '/').catch((error) => error);
        assert.equal(fault.waitMs, ms);
        assert.equal(fault.problem.detail, 'Too busy');
    });
}

test('the page of a hotel’s Wi-Fi that answers 200 to everything is no answer', async () => {
    await assert.rejects(answers(200, '<html>', { 'Content-Type': 'text/html;charset=utf-8' }).json('GET', '/'), Unreachable);
});

test('no network is no answer', async () => {
    await assert.rejects(client(() => Promise.reject(new TypeError('Failed to fetch'))).call('GET', '/api/me'), (fault) =>
        fault instanceof Unreachable && fault.message === 'GET /api/me: TypeError: Failed to fetch' && fault.waitMs === 0);
});

test('a network that accepts and never answers counts as none after 20 seconds, or after the given time', async () => {
    for (const [timeoutMs, expected] of [[undefined, 20_000], [90_000, 90_000]]) {
        const clock = new FakeClock();
        const silent = (/** @type {string} */ _, /** @type {{signal: AbortSignal}} */ { signal }) =>
            new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
        const call = client(silent, clock).call('GET', '/', { timeoutMs }).catch((fault) => fault);
        await clock.pass(/** @type {number} */ (expected) - 1);
        assert.equal(await Promise.race([call, settled().then(() => 'waits')]), 'waits');
        await clock.pass(1);
        assert.ok((await call) instanceof Unreachable);
    }
});

test('an answer that stops in the middle, or is cut, counts as none', async () => {
    const clock = new FakeClock();
    const begun = async (/** @type {string} */ _, /** @type {{signal: AbortSignal}} */ { signal }) => new Response(new ReadableStream({
        start: (stream) => {
            stream.enqueue(new TextEncoder().encode('{"results":['));
            // As a browser does.
            signal.addEventListener('abort', () => stream.error(new Error('aborted')));
        },
    }));
    const call = client(begun, clock).json('GET', '/').catch((fault) => fault);
    await settled();
    await clock.pass(20_000);
    assert.ok((await call) instanceof Unreachable);
    await assert.rejects(answers(200, '{"results":[').json('GET', '/'), Unreachable);
});

test('an answer in time leaves no timer behind', async () => {
    const clock = new FakeClock();
    await client(async () => new Response('{}'), clock).json('GET', '/');
    await settled();
    assert.equal(clock.nextMs, undefined);
});
