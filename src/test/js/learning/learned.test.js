import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showLearned } from '#js/learning/learned.js';
import { setGlobals } from '#support/globals.js';
import { openPage, textOf } from '#support/page.js';
import { memoryStorage } from '#support/reviews.js';

const QUIZ = '<p data-name>春梅</p><form data-quiz data-lesson="first-sentence"><section data-moment="lesson" hidden>'
    + '<p>#，学完了。</p></section></form>';
const MARKED = '<p data-name>春梅</p><section data-moment="quiz" data-passed="/learn/a/first-sentence" hidden>'
    + '<p>#，学会了。</p></section>';

const LESSON = '/learn/a/first-sentence';

/** @param {import('node:test').TestContext} context */
function phone(context) {
    let finished = false;
    setGlobals(context, { window: { localStorage: memoryStorage(), sessionStorage: memoryStorage() } });
    return {
        open: (/** @type {string} */ body, from = LESSON) => {
            openPage(context, body, { path: `${LESSON}/quiz` });
            Object.defineProperty(document, 'referrer', { value: `https://county.example${from}`, configurable: true });
            return showLearned(async (lesson) => finished && lesson === 'first-sentence');
        },
        finish: () => (finished = true),
    };
}

test('the quiz that follows a lesson begins with the lesson’s moment, and does not when it is loaded again', async (context) => {
    const { open, finish } = phone(context);
    await open(QUIZ);
    assert.equal(textOf('[data-moment]'), null, 'not finished');
    finish();
    await open(QUIZ, '/learn');
    assert.equal(textOf('[data-moment]'), null, 'opened from elsewhere');
    await open(QUIZ);
    assert.equal(textOf('[data-moment]'), '春梅，学完了。');
    await open(QUIZ);
    assert.equal(textOf('[data-moment]'), null);
});

test('a quiz that is passed has a moment where it is marked', async (context) => {
    await phone(context).open(MARKED);
    assert.equal(textOf('[data-moment]'), '春梅，学会了。');
});
