import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, choose, openPage, submitBy, textOf } from '#support/page.js';

const PAGE = `<figure data-lesson="first" data-version="2" data-video="rice"><a href="/answers" data-my-answers></a>
<dialog data-asked><form><div data-slot></div><p data-choose-first hidden>Choose first</p><div data-kept></div>
<p data-lost hidden>Lost</p><button data-answer>Done</button><button type="button" data-skip>Pass</button>
<button type="button" data-go-on hidden>Go on</button></form></dialog>
<template data-question="hands" data-second="7"><fieldset data-item="hands" data-kind="choice"><h2>What first?</h2>
<input type="radio" name="hands" value="a"><input type="radio" name="hands" value="b"></fieldset></template>
<template data-message="answer-kept">Kept</template></figure>`;

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** @param {import('node:test').TestContext} context @param {object} [ports] */
async function dialogOn(context, ports = {}) {
    const page = openPage(context, PAGE);
    const { createQuestionDialog, questionsOf } = await import('#js/videos/question-dialog.js');
    /** @type {unknown[]} */
    const told = [];
    /** @type {() => void} */
    let accept = () => {};
    const figure = at('figure');
    const dialog = createQuestionDialog(figure, {
        record: async (type, data) => {
            told.push([type, data]);
            return 'record-1';
        },
        accepted: () => new Promise((resolve) => (accept = () => resolve(undefined))),
        markedIn: async () => Object.assign(document.createElement('section'), { innerHTML: '<h2>Right</h2>' }),
        memory: { ask: (item, how) => void told.push(`${item} ${how}`) },
        ...ports,
    });
    assert.deepEqual(questionsOf(figure), [{ item: 'hands', second: 7 }]);
    let goesOn = false;
    const asking = dialog.ask('hands').then(() => (goesOn = true));
    return { page, told, asking, ask: () => dialog.ask('hands'), accept: () => accept(), goesOn: () => goesOn };
}

const DATA = { lesson: 'first', version: '2', video: 'rice', item: 'hands' };

test('an answer is kept first, marked by the server, and the video goes on by a tap', async (context) => {
    const { told, asking, accept, goesOn } = await dialogOn(context);
    submitBy('[data-answer]');
    assert.equal(textOf('[data-choose-first]'), 'Choose first');
    choose('[value="b"]');
    submitBy('[data-answer]');
    await settled();
    assert.deepEqual(told, [['video.answered', { ...DATA, answer: ['b'] }], 'hands answered']);
    assert.equal(textOf('[data-kept]'), 'Kept');
    assert.equal(document.activeElement, at('[data-go-on]'));
    assert.equal(textOf('[data-answer]'), null);
    accept();
    await settled();
    assert.equal(textOf('[data-slot]'), 'Right');
    assert.equal(textOf('[data-kept]'), '');
    assert.equal(goesOn(), false);
    at('[data-go-on]').dispatchEvent(new Event('click'));
    await asking;
    assert.equal(told.length, 2);
});

test('without a network the video goes on, and the answer stays kept', async (context) => {
    const { told, asking } = await dialogOn(context);
    choose('[value="a"]');
    submitBy('[data-answer]');
    await settled();
    at('[data-go-on]').dispatchEvent(new Event('click'));
    await asking;
    assert.deepEqual(told, [['video.answered', { ...DATA, answer: ['a'] }], 'hands answered']);
});

test('passed over, it is told as such, by the button or by closing', async (context) => {
    const { told, asking } = await dialogOn(context);
    at('[data-skip]').dispatchEvent(new Event('click'));
    await asking;
    assert.deepEqual(told, [['video.answered', { ...DATA, answer: [] }], 'hands skipped']);
});

test('a phone that keeps nothing says so, lets the person try again, and asks again the next time', async (context) => {
    const { told, asking } = await dialogOn(context, { record: async () => Promise.reject(new Error('no storage')) });
    choose('[value="a"]');
    submitBy('[data-answer]');
    await settled();
    assert.deepEqual(['lost', 'go-on', 'answer'].map((part) => textOf(`[data-${part}]`)), ['Lost', 'Go on', 'Done']);
    assert.equal(/** @type {any} */ (at('[data-slot] [data-item]')).inert, false);
    at('[data-go-on]').dispatchEvent(new Event('click'));
    await asking;
    assert.deepEqual(told, []);
});

test('an answer whose marks cannot be fetched stays kept, and is not called lost', async (context) => {
    const { accept } = await dialogOn(context, { markedIn: async () => Promise.reject(new TypeError('no network')) });
    choose('[value="a"]');
    submitBy('[data-answer]');
    await settled();
    accept();
    await settled();
    assert.deepEqual([textOf('[data-kept]'), textOf('[data-lost]')], ['Kept', null]);
});

test('what becomes of an answer is not told at the question after it', async (context) => {
    let fail = () => {};
    const { asking, ask } = await dialogOn(context, {
        record: () => new Promise((_, reject) => (fail = () => reject(new Error('no storage')))),
    });
    choose('[value="a"]');
    submitBy('[data-answer]');
    at('[data-go-on]').dispatchEvent(new Event('click'));
    await asking;
    ask();
    fail();
    await settled();
    assert.deepEqual([textOf('[data-lost]'), textOf('[data-go-on]')], [null, null]);
});
