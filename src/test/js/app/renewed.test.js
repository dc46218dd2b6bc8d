import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { showRenewed } from '#js/app/renewed.js';
import { setGlobals } from '#support/globals.js';
import { openPage, textOf } from '#support/page.js';
import { memoryStorage } from '#support/reviews.js';

/** @param {import('node:test').TestContext} context */
function home(context) {
    openPage(context, '<a href="/" data-renewed hidden>something new</a>');
    setGlobals(context, { window: { sessionStorage: memoryStorage() } });
    const worker = new EventTarget();
    const target = new EventTarget();
    const state = { shown: 0, ms: 1_000_000 };
    const open = () => showRenewed({ worker, target, now: () => state.ms, showNewer: () => void state.shown++ });
    open();
    return {
        state,
        open,
        touch: () => target.dispatchEvent(new Event('pointerdown')),
        tell: (/** @type {object} */ data) => worker.dispatchEvent(Object.assign(new Event('message'), { data })),
    };
}

test('a newer page takes the place of one that nobody has touched', (context) => {
    const { state, tell } = home(context);
    tell({ renewed: '/learn', over: false });
    assert.equal(state.shown, 0, 'another page');
    tell({ renewed: '/', over: false });
    assert.equal(state.shown, 1);
    assert.equal(textOf('[data-renewed]'), null);
});

test('it is offered on one that somebody has touched', (context) => {
    const { state, touch, tell } = home(context);
    touch();
    tell({ renewed: '/', over: false });
    assert.equal(state.shown, 0);
    assert.equal(textOf('[data-renewed]'), 'something new');
});

test('a page that is no longer theirs goes, touched or not', (context) => {
    const { state, touch, tell } = home(context);
    touch();
    tell({ renewed: '/', over: true });
    assert.equal(state.shown, 1);
});

test('a page that differs each time is shown anew once, and then offered', (context) => {
    const { state, tell } = home(context);
    tell({ renewed: '/', over: false });
    state.ms += 500;
    tell({ renewed: '/', over: false });
    assert.equal(state.shown, 1);
    assert.equal(textOf('[data-renewed]'), 'something new');
    state.ms += 60_000;
    tell({ renewed: '/', over: false });
    assert.equal(state.shown, 2);
});

test('only home, the lists and a lesson to be spoken are shown anew by themselves: nothing under somebody’s hands', () => {
    const js = new URL('../../../main/web/js/', import.meta.url);
    const all = readdirSync(js, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
    const naming = (/** @type {string} */ what) => all.filter((name) => readFileSync(new URL(name, js), 'utf8').includes(what)).sort();
    assert.deepEqual(naming('showRenewed('), ['app/renewed.js', 'home.js', 'learning.js', 'narration.js']);
    assert.deepEqual(naming('controllerchange'), []);
});
