import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Quiz } from '#js/learning/quiz.js';

const quiz = (/** @type {any} */ place = null) => new Quiz(['q1', 'q2', 'q3'], place);

test('nothing chosen is no answer', () => {
    const one = quiz();
    assert.equal(one.answer([], 3), false);
    assert.deepEqual(one.answers, {});
});

test('an answer may be changed until all are handed in, and the looks at its question add up', () => {
    const one = quiz();
    one.answer(['b'], 4.4);
    one.goOn();
    one.goBack();
    one.answer(['a'], 3);
    assert.deepEqual(one.answers, { q1: ['a'] });
    assert.deepEqual(one.seconds, { q1: 7 });
});

test('a phone that lay there for an hour did not look for an hour', () => {
    const one = quiz();
    one.answer(['b'], 3600);
    assert.deepEqual(one.seconds, { q1: 600 });
});

test('the last question is the last, and before the first there is none', () => {
    const one = quiz();
    one.goBack();
    assert.deepEqual([one.at, one.isLast], [0, false]);
    one.goOn();
    one.goOn();
    one.goOn();
    assert.deepEqual([one.at, one.isLast], [2, true]);
});

test('a reload goes on where it was', () => {
    const one = quiz();
    one.answer(['a'], 5);
    one.goOn();
    const again = quiz(JSON.parse(JSON.stringify(one.place)));
    assert.deepEqual([again.at, again.answers, again.seconds], [1, { q1: ['a'] }, { q1: 5 }]);
});

test('a place beyond the questions, or an answer to none of them, is not believed', () => {
    const one = quiz({ at: 9, answers: { q1: ['a'], gone: ['z'] } });
    assert.equal(one.at, 2);
    assert.deepEqual(one.answers, { q1: ['a'] });
});
