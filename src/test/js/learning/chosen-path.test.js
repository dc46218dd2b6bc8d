import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPaths } from '#js/learning/chosen-path.js';
import { at, openPage, submitBy, textOf } from '#support/page.js';

/** @param {string} id @param {boolean} [chosen] */
const card = (id, chosen = false) => `<section data-path="${id}"><h2>${id}</h2><p data-chosen ${chosen ? '' : 'hidden'}>yours</p>
<p data-later hidden>later</p><form method="post" action="/learn/paths" data-choose="${id}" ${chosen ? 'hidden' : ''}><button>take</button>
</form><form method="post" action="/learn/paths" data-choose="" ${chosen ? '' : 'hidden'}><button>leave</button></form></section>`;
const PAGE = card('beginner', true) + card('co-op');

/** @param {any[]} [waiting] what was not sent yet */
async function open(waiting = [], record = async (/** @type {any[]} */ ...what) => String(what)) {
    const seen = { recorded: /** @type {any[]} */ ([]), outdated: 0 };
    await startPaths({
        record: async (...what) => {
            seen.recorded.push(what);
            return record(...what);
        },
        waiting: async () => waiting,
        reloadWhenSent: () => () => (seen.outdated += 1),
    });
    return seen;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a path is chosen in place of another, and home is said to follow', async (context) => {
    openPage(context, PAGE);
    const seen = await open();
    submitBy('[data-choose="co-op"] button');
    await settled();
    assert.deepEqual(seen, { recorded: [['path.chosen', { path: 'co-op' }]], outdated: 1 });
    assert.equal(textOf('[data-path="co-op"] [data-chosen]'), 'yours');
    assert.equal(textOf('[data-path="co-op"] [data-later]'), 'later');
    assert.equal(textOf('[data-path="beginner"] [data-chosen]'), null);
    assert.equal(textOf('[data-choose="co-op"]'), null);
});

test('a path is left, and all can be chosen again', async (context) => {
    openPage(context, PAGE);
    const seen = await open();
    submitBy('[data-path="beginner"] [data-choose=""] button');
    await settled();
    assert.deepEqual(seen.recorded, [['path.chosen', {}]]);
    assert.equal(textOf('[data-path="beginner"] [data-chosen]'), null);
    assert.equal(textOf('[data-choose="beginner"]'), 'take');
});

test('what was chosen last without a network shows as chosen', async (context) => {
    openPage(context, PAGE);
    const chosen = (/** @type {string} */ path, /** @type {string} */ time) => ({ type: 'path.chosen', data: { path }, at: time });
    const seen = await open([chosen('co-op', '2026-11-28T02'), { type: 'lesson.opened', data: {} }, chosen('beginner', '2026-11-28T01')]);
    assert.equal(textOf('[data-path="co-op"] [data-chosen]'), 'yours');
    assert.equal(seen.outdated, 1);
});

test('where the phone stores nothing the form goes to the server', async (context) => {
    const page = openPage(context, PAGE);
    await open([], async () => {
        throw new Error('no storage');
    });
    submitBy('[data-choose="co-op"] button');
    await settled();
    assert.deepEqual(page.submitted, [{ action: '/learn/paths', method: 'post' }]);
    assert.equal(at('[data-path="co-op"] [data-chosen]').hidden, true);
});

test('a phone that stores nothing keeps the page without a network, for the form would lose it', async (context) => {
    const page = openPage(context, PAGE);
    page.phone.onLine = false;
    await open([], async () => {
        throw new Error('no storage');
    });
    submitBy('[data-choose="co-op"] button');
    await settled();
    assert.deepEqual(page.submitted, []);
    assert.equal(at('[data-path="co-op"] [data-chosen]').hidden, true);
});
