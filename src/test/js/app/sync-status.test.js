import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '#support/fake-clock.js';
import { at, openPage, textOf } from '#support/page.js';
import { startPill } from '#support/pill.js';

const PILL = `<div data-pill="all is saved" data-waiting="# wait" data-refused="# refused"
    data-clock="set the clock (#)" hidden></div>`;

/** @param {import('node:test').TestContext} context @param {string} [path] */
function pill(context, path = '/') {
    openPage(context, PILL, { path });
    const clock = new FakeClock();
    const { syncStatus, outbox } = startPill(clock);
    return {
        clock,
        syncStatus,
        outbox,
        text: () => textOf('[data-pill]'),
        link: () => at('[data-pill]').querySelector('a')?.getAttribute('href'),
        state: () => at('[data-pill]').dataset.state,
    };
}

test('before anything was counted it says nothing, not even that all is saved', (context) => {
    const one = pill(context);
    one.syncStatus.setWaiting('recordings', { count: 2, words: '' });
    assert.deepEqual([one.text(), one.state()], [null, undefined]);
});

test('with nothing to report it stays hidden', (context) => {
    const one = pill(context);
    one.outbox();
    assert.deepEqual([one.text(), one.state()], [null, 'empty']);
});

test('what waits is counted, and leads to its list', (context) => {
    const one = pill(context);
    one.outbox({ waiting: 3 });
    assert.deepEqual([one.text(), one.link(), one.state()], ['3 wait', '/unsent', 'wait']);
});

test('who saw it wait is told for 5 seconds that it is saved', async (context) => {
    const one = pill(context);
    one.outbox({ waiting: 1 });
    one.outbox();
    assert.deepEqual([one.text(), one.link(), one.state()], ['all is saved', undefined, 'saved']);
    await one.clock.pass(4_999);
    assert.equal(one.text(), 'all is saved');
    await one.clock.pass(1);
    assert.deepEqual([one.text(), one.state()], [null, 'empty']);
    one.outbox();
    assert.equal(one.text(), null);
});

test('the 5 seconds are not begun anew by a further count', async (context) => {
    const one = pill(context);
    one.outbox({ waiting: 1 });
    one.outbox();
    await one.clock.pass(3_000);
    one.outbox();
    await one.clock.pass(2_000);
    assert.equal(one.text(), null);
});

test('what is added within the 5 seconds is not hidden when they end, and gets 5 seconds of its own', async (context) => {
    const one = pill(context);
    one.outbox({ waiting: 1 });
    one.outbox();
    one.outbox();
    await one.clock.pass(3_000);
    one.outbox({ waiting: 2 });
    await one.clock.pass(1_000);
    one.outbox();
    await one.clock.pass(4_999);
    assert.equal(one.text(), 'all is saved');
    await one.clock.pass(1);
    assert.equal(one.text(), null);

    one.outbox({ waiting: 1 });
    one.outbox();
    one.outbox({ waiting: 2 });
    await one.clock.pass(60_000);
    assert.deepEqual([one.text(), one.state()], ['2 wait', 'wait']);
});

test('what the server refused is no longer called waiting, nor saved once it is discarded', (context) => {
    const one = pill(context);
    one.outbox({ waiting: 2 });
    one.outbox({ waiting: 1, refused: 1 });
    assert.deepEqual([one.text(), one.link(), one.state()], ['1 refused', '/unsent', 'bad']);
    one.outbox();
    assert.deepEqual([one.text(), one.state()], [null, 'empty']);
});

test('a wrong clock comes before refusals, for it can be set', (context) => {
    const one = pill(context);
    one.outbox({ waiting: 1, refused: 2, clock: 3 });
    assert.equal(one.text(), 'set the clock (3)');
});

test('calls without words are counted with the outbox; a recording has words and a place of its own', (context) => {
    const one = pill(context);
    one.outbox({ waiting: 1 });
    one.syncStatus.setWaiting('recordings', { count: 2, words: '' });
    assert.equal(one.text(), '3 wait');
    one.syncStatus.setWaiting('recordings', { count: 2, words: '4.0 MB go', href: '/practice' });
    assert.deepEqual([one.text(), one.link()], ['4.0 MB go', '/practice']);
    one.syncStatus.setWaiting('recordings', { count: 0, words: '' });
    one.outbox();
    assert.equal(one.text(), 'all is saved');
});

test('a recording in trouble comes before what waits, and after what the server refused', (context) => {
    const one = pill(context);
    one.outbox({ waiting: 1 });
    one.syncStatus.setWaiting('recordings', { count: 0, words: '', trouble: { words: 'see to it', href: '/practice/a' } });
    assert.deepEqual([one.text(), one.link(), one.state()], ['see to it', '/practice/a', 'bad']);
    one.outbox({ refused: 1 });
    assert.equal(one.text(), '1 refused');
});

test('it is not written anew when nothing changed, for a screen reader would repeat it', (context) => {
    const one = pill(context);
    one.outbox({ waiting: 1 });
    const link = at('[data-pill] a');
    one.outbox({ waiting: 1 });
    assert.equal(at('[data-pill] a'), link);
    one.outbox({ waiting: 2 });
    assert.notEqual(at('[data-pill] a'), link);
});

test('the page that lists what waits has no pill', (context) => {
    const one = pill(context, '/unsent');
    one.outbox({ waiting: 1 });
    assert.deepEqual([one.text(), one.state()], [null, 'wait']);
});

test('it stands above the button at the bottom', (context) => {
    openPage(context, `${PILL}<div class="thumb"><button>go</button></div>`);
    startPill(new FakeClock());
    assert.equal(at('.thumb').firstElementChild, at('[data-pill]'));
});

test('a page without a pill counts nothing', (context) => {
    openPage(context, '');
    const { syncStatus, outbox } = startPill(new FakeClock());
    outbox({ waiting: 1 });
    syncStatus.setWaiting('recordings', { count: 1, words: '' });
    assert.equal(document.querySelector('[data-state]'), null);
});
