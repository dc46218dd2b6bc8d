import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteReached, showMoment, wasReached } from '#js/app/moment.js';
import { setGlobals } from '#support/globals.js';
import { at, openPage, textOf } from '#support/page.js';
import { memoryStorage } from '#support/reviews.js';

const EAR = '<path d="M26 68c6-20"/>';
const PLACE = '<p data-name>春梅    </p><section data-moment="quiz" hidden><p>#，这一课您学会了。</p></section>';

/** @param {import('node:test').TestContext} context */
function phone(context) {
    setGlobals(context, { window: { localStorage: memoryStorage() } });
    return { open: (person = 'chunmei') => openPage(context, PLACE, { person }) };
}

test('a moment is shown once, by name and with its drawing, and not on a reload', (context) => {
    const { open } = phone(context);
    open();
    showMoment('quiz', EAR, { what: 'quiz/first-sentence' });
    assert.equal(textOf('[data-moment]'), '春梅，这一课您学会了。');
    assert.ok(at('[data-moment] svg'));
    open();
    showMoment('quiz', EAR, { what: 'quiz/first-sentence' });
    assert.equal(textOf('[data-moment]'), null);
    showMoment('quiz', EAR, { what: 'quiz/honest-close' });
    assert.equal(textOf('[data-moment]'), '春梅，这一课您学会了。');
});

test('another person on the same phone has a moment of their own', (context) => {
    const { open } = phone(context);
    open();
    noteReached('quiz');
    assert.ok(wasReached('quiz'));
    open('laohu');
    showMoment('quiz', EAR);
    assert.ok(textOf('[data-moment]'));
});

test('what was reached before gets none, nor does a phone that remembers nothing', (context) => {
    const { open } = phone(context);
    open();
    noteReached('quiz');
    showMoment('quiz', EAR);
    assert.equal(textOf('[data-moment]'), null);
    setGlobals(context, { window: {} });
    showMoment('quiz', EAR, { what: 'quiz/other' });
    assert.equal(textOf('[data-moment]'), null);
});

test('a page without a place for it stays as it is', (context) => {
    phone(context).open();
    showMoment('income', EAR);
    assert.ok(!wasReached('income'));
});
