import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal, SignedOut, Unreachable } from '#app/http.js';
import { createVideoUpload, missing } from '#js/videos/video-upload.js';

const CHUNK = 4;

/** A server that keeps chunks, loses the network as told, and knows what is safe. */
class Server {
    /** @type {Map<number, string>} */
    chunks = new Map();
    /** @type {string[]} */
    calls = [];
    /** Calls that find no network, by method and path's end. @type {string[]} */
    cuts = [];
    bytes = 0;
    /** Of which no copies could be made. @type {string[]} */
    failed = [];
    /** @type {string | undefined} */
    id;

    json = async (/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ request) => {
        this.#arrive(method, path);
        if (method === 'PUT') {
            const id = path.split('/')[3];
            if (this.failed.includes(id)) {
                return { ...this.status(), safe: [], state: 'failed' };
            }
            if (this.id && this.id !== id) {
                throw new Refusal(409, {});
            }
            this.id = id;
            this.bytes = request.json.bytes;
        }
        return this.status();
    };

    call = async (/** @type {string} */ method, /** @type {string} */ path, /** @type {any} */ { body, headers }) => {
        this.#arrive(method, path);
        assert.match(headers['Content-Digest'], /^sha-256=:digest of .*:$/);
        this.chunks.set(Number(path.split('/').at(-1)), new TextDecoder().decode(body));
        return /** @type {any} */ ({});
    };

    status() {
        const safe = [...this.chunks.keys()].sort((one, other) => one - other).map((seq) => /** @type {[number, number]} */ ([seq, seq]));
        return /** @type {any} */ ({ chunkBytes: CHUNK, chunks: Math.ceil(this.bytes / CHUNK), safe, state: 'uploading', copiesMade: 0 });
    }

    whole() {
        return [...this.chunks].sort(([one], [other]) => one - other).map(([, text]) => text).join('');
    }

    /** @param {string} method @param {string} path */
    #arrive(method, path) {
        const call = `${method} ${path.split('/').slice(4).join('/')}`;
        this.calls.push(call);
        if (this.cuts[0] === call) {
            this.cuts.shift();
            throw new Unreachable('cut');
        }
    }
}

/** @param {Server} server */
function uploadTo(server) {
    /** @type {any[]} */
    const reports = [];
    const kept = new Map();
    /** @type {(report: any) => void} */
    let onReport = () => {};
    let ids = 0;
    const upload = createVideoUpload({
        api: /** @type {any} */ (server),
        clock: { now: () => 0, elapsed: () => 0, random: () => 0, after: (_, run) => (queueMicrotask(run), () => {}) },
        digestOf: async (bytes) => `digest of ${bytes.byteLength}`,
        remembered: (key) => kept.get(key) ?? null,
        remember: (key, value) => kept.set(key, value),
        uuid: () => `id-${ids++}`,
        report: (report) => {
            reports.push(report);
            onReport(report);
        },
    });
    return { upload, reports, when: (/** @type {(report: any) => void} */ then) => (onReport = then) };
}

const video = () => new File(['abcdefghij'], 'harvest.mp4', { lastModified: 1 });

test('a video goes up in chunks and says how much is there', async () => {
    const server = new Server();
    const { upload, reports } = uploadTo(server);
    assert.equal(await upload.send(video(), 'first'), 'complete');
    assert.equal(server.whole(), 'abcdefghij');
    assert.deepEqual(reports.map(({ name, done }) => `${name} ${done}`), ['sent 0', 'sent 4', 'sent 8', 'sent 10']);
    assert.equal(server.calls.at(-1), 'POST finish');
});

test('a cut line is waited for, and what was sent is not sent again', async () => {
    const server = new Server();
    server.cuts = ['PUT chunks/1', 'PUT chunks/1'];
    const { upload, reports } = uploadTo(server);
    assert.equal(await upload.send(video(), 'first'), 'complete');
    assert.deepEqual(reports.filter(({ name }) => name === 'offline').map(({ seconds }) => seconds), [1, 2]);
    assert.equal(server.calls.filter((call) => call === 'PUT chunks/0').length, 1);
    assert.equal(server.whole(), 'abcdefghij');
});

test('stopped and chosen again, it goes on under the same name', async () => {
    const server = new Server();
    const { upload, reports, when } = uploadTo(server);
    when(({ done }) => done === 4 && upload.pause());
    assert.equal(await upload.send(video(), 'first'), 'paused');
    when(() => {});
    reports.length = 0;
    assert.equal(await upload.send(video(), 'first'), 'complete');
    assert.deepEqual(reports.map(({ name, done }) => `${name} ${done}`), ['goesOn 4', 'sent 8', 'sent 10']);
    assert.equal(server.id, 'id-0');
});

test('one whose first sending was deleted begins anew', async () => {
    const server = new Server();
    server.id = 'id-1';
    const { upload } = uploadTo(server);
    assert.equal(await upload.send(video(), 'first'), 'complete');
});

test('one of which no copies could be made is sent anew when it is chosen again', async () => {
    const server = new Server();
    const { upload } = uploadTo(server);
    assert.equal(await upload.send(video(), 'first'), 'complete');
    server.failed = ['id-0'];
    server.id = undefined;
    server.chunks.clear();
    server.calls = [];
    assert.equal(await upload.send(video(), 'first'), 'complete');
    assert.equal(server.id, 'id-1');
    assert.equal(server.whole(), 'abcdefghij');
    assert.equal(server.calls.at(-1), 'POST finish');
});

test('a refusal is told with its words, the end of a sign-in as such', async () => {
    const server = new Server();
    server.call = async () => {
        throw new Refusal(422, { detail: 'no video' });
    };
    await assert.rejects(uploadTo(server).upload.send(video(), 'first'), /no video/);
    server.call = async () => {
        throw new SignedOut('HTTP 401');
    };
    assert.equal(await uploadTo(server).upload.send(new File(['x'], 'other.mp4'), 'first').catch(() => 'refused'), 'signedOut');
});

test('what is missing between ranges', () => {
    assert.deepEqual(missing([[1, 2], [5, 5]], 7), [0, 3, 4, 6]);
    assert.deepEqual(missing([], 2), [0, 1]);
    assert.deepEqual(missing([[0, 1]], 2), []);
});
