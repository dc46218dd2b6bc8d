import assert from 'node:assert/strict';
import { test } from 'node:test';
import { overlayDone } from '#js/learning/done-overlay.js';
import { at, openPage, textOf } from '#support/page.js';

/** A lesson as the course's list has it. @param {string} slug @param {string} [server] what the server knew of it */
const row = (slug, server = '') => `<a class="row" href="/learn/${slug}" data-lesson-row="${slug}" ${server}>${slug}
    <span data-tag="tried" ${server.includes('tried') && !server.includes('passed') ? '' : 'hidden'}>not passed</span>
    <span data-tag="marking" hidden>being marked</span><span data-tag="done" hidden>done</span></a>`;

/** @param {string} rows */
const course = (rows) => `<a data-next-lesson href="/learn/none">next</a>
    <details data-lessons><progress max="3" value="0"></progress>
    <span data-count="[done] done, [left] left" data-all="all done"></span>${rows}</details>`;

/**
 * @param {[string, {passed?: boolean, waits?: boolean}][]} local what this phone knows
 * @param {boolean} [online]
 */
async function overlaid(local, online = true) {
    const seen = { outdated: 0, forgotten: /** @type {string[][]} */ ([]) };
    await overlayDone({
        doneLocally: async () => new Map(local.map(([key, one]) => [key, { waits: false, ...one }])),
        forgetDone: async (keys) => seen.forgotten.push(keys),
        reloadWhenSent: () => () => (seen.outdated += 1),
        isOnline: () => online,
    });
    return seen;
}

const tags = (/** @type {string} */ slug) =>
    ['tried', 'marking', 'done'].filter((tag) => !at(`[data-lesson-row="${slug}"] [data-tag="${tag}"]`).hidden);

test('a lesson done without network is shown as done, counted, and the next one leads on', async (context) => {
    openPage(context, course(row('one') + row('two') + row('three')));
    const { outdated, forgotten } = await overlaid([['lesson.completed one', { waits: true }]]);
    assert.deepEqual(tags('one'), ['done']);
    assert.equal(textOf('[data-count]'), '1 done, 2 left');
    assert.equal(/** @type {HTMLProgressElement} */ (at('progress')).value, 1);
    assert.equal(at('[data-next-lesson]').getAttribute('href'), '/learn/two');
    assert.equal(outdated, 1);
    assert.deepEqual(forgotten, []);
});

test('a list that shows it all stays as it is', async (context) => {
    openPage(context, course(row('one', 'data-done data-tried data-passed') + row('two')));
    assert.equal((await overlaid([])).outdated, 0);
    assert.equal(textOf('[data-count]'), '1 done, 1 left');
});

test('when the last lesson is done the course says so', async (context) => {
    openPage(context, course(row('one', 'data-done data-tried data-passed') + row('two')));
    await overlaid([['lesson.completed two', { waits: true }]]);
    assert.equal(textOf('[data-count]'), 'all done');
    // Its quiz is what is left.
    assert.equal(at('[data-next-lesson]').getAttribute('href'), '/learn/two');
});

test('a quiz not passed on this phone is marked in place of "done", and passing it takes the mark away', async (context) => {
    openPage(context, course(row('one', 'data-done')));
    await overlaid([['quiz.submitted one', { passed: false, waits: true }]]);
    assert.deepEqual(tags('one'), ['tried']);
    await overlaid([['quiz.submitted one', { passed: true, waits: true }]]);
    assert.deepEqual(tags('one'), ['done']);
});

test('answers that only the server can mark are said to be waiting, and the way leads past them', async (context) => {
    openPage(context, course(row('one', 'data-done') + row('two', 'data-done')));
    await overlaid([['quiz.submitted one', { waits: true }]]);
    assert.deepEqual([tags('one'), tags('two')], [['marking'], ['done']]);
    assert.equal(at('[data-next-lesson]').getAttribute('href'), '/learn/two');
});

test('once the server has marked a quiz, its result counts and not this phone’s', async (context) => {
    openPage(context, course(row('one', 'data-done data-tried') + row('two', 'data-done data-tried data-passed')));
    const { outdated } = await overlaid([['quiz.submitted one', { passed: true }], ['quiz.submitted two', { passed: false, waits: true }]]);
    assert.deepEqual(tags('one'), ['tried']);
    assert.deepEqual(tags('two'), ['done']);
    assert.equal(outdated, 0);
});

test('a second try that waits counts although the server has marked the first', async (context) => {
    openPage(context, course(row('one', 'data-done data-tried')));
    const { outdated } = await overlaid([['quiz.submitted one', { passed: true, waits: true }]]);
    assert.deepEqual(tags('one'), ['done']);
    assert.equal(outdated, 1);
});

const LOCAL = /** @type {[string, {passed?: boolean}][]} */ ([
    ['lesson.completed one', {}],
    ['quiz.submitted one', { passed: true }],
    ['lesson.completed two', {}],
]);

test('what the server’s list shows itself is forgotten here', async (context) => {
    openPage(context, course(row('one', 'data-done data-tried data-passed') + row('two', 'data-done')));
    const { forgotten } = await overlaid(LOCAL);
    assert.deepEqual(forgotten, [['lesson.completed one', 'quiz.submitted one']]);
});

test('a stored list forgets nothing: without network it may be an old one', async (context) => {
    openPage(context, course(row('one', 'data-done data-tried data-passed')));
    assert.deepEqual((await overlaid(LOCAL, false)).forgotten, []);
});

test('a path leads to its first open lesson, and no further once all are done', async (context) => {
    const path = (/** @type {string} */ rest) => `<section data-lessons><progress max="2" value="0"></progress>
        <span data-count="[left] left" data-all="all"></span>
        <a href="/learn/one" data-next>one</a><ol><li data-lesson-row="one"><a href="/learn/one">one</a></li>
        <li data-lesson-row="two" ${rest}><a href="/learn/two">two</a></li></ol></section>`;
    openPage(context, path(''));
    await overlaid([['lesson.completed one', { waits: true }]]);
    assert.deepEqual([at('[data-next]').getAttribute('href'), textOf('[data-next]')], ['/learn/two', 'two']);
    await overlaid([['lesson.completed two', { waits: true }]]);
    assert.equal(textOf('[data-next]'), null);
});

test('whoever goes by a path is led along it, and it counts its own lessons', async (context) => {
    const path = `<section data-lessons data-way="three one"><progress max="2" value="0"></progress>
        <span id="way" data-count="[done] done, [left] left" data-all="all done"></span></section>`;
    openPage(context, path + course(row('one') + row('two') + row('three')));
    await overlaid([['lesson.completed three', { waits: true }]]);
    assert.equal(textOf('#way'), '1 done, 1 left');
    assert.equal(at('[data-next-lesson]').getAttribute('href'), '/learn/one');
});
