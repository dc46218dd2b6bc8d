import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Quiz } from '#js/learning/quiz.js';

const QUESTIONS = [{ id: 'q1', expected: ['a'] }, { id: 'q2', expected: ['b', 'c'] }, { id: 'q3', expected: ['d'] }];
const quiz = (/** @type {any} */ place = null) => new Quiz(QUESTIONS, 2, place);

test('a question is right with exactly its letters, in whatever order', () => {
    for (const [chosen, right] of [[['b', 'c'], true], [['c', 'b'], true], [['b'], false], [['a', 'b', 'c'], false], [['a', 'd'], false]]) {
        const one = quiz({ at: 1, answers: {} });
        assert.equal(one.answer(/** @type {string[]} */ (chosen)), true);
        assert.equal(one.isRight('q2'), right, `${chosen}`);
    }
});

test('nothing chosen is no answer', () => {
    const one = quiz();
    assert.equal(one.answer([]), false);
    assert.equal(one.isAnswered, false);
});

test('a question is answered once', () => {
    const one = quiz();
    one.answer(['b']);
    one.answer(['a']);
    assert.deepEqual(one.answers, { q1: ['b'] });
    assert.equal(one.isRight('q1'), false);
});

test('two of three right ones pass where two are needed, one does not', () => {
    const one = quiz();
    one.answer(['a']);
    assert.deepEqual([one.right, one.isPassed, one.isLast], [1, false, false]);
    one.goOn();
    one.answer(['a']);
    one.goOn();
    assert.equal(one.isLast, true);
    assert.equal(one.isAnswered, false);
    one.answer(['d']);
    assert.deepEqual([one.right, one.isPassed], [2, true]);
});

test('a reload goes on where it was', () => {
    const one = quiz();
    one.answer(['a']);
    one.goOn();
    const again = quiz(JSON.parse(JSON.stringify(one.place)));
    assert.deepEqual([again.at, again.isAnswered, again.right], [1, false, 1]);
});

test('a place beyond the questions, or an answer to none of them, is not believed', () => {
    const one = quiz({ at: 9, answers: { q1: ['a'], gone: ['z'] } });
    assert.equal(one.at, 2);
    assert.deepEqual(one.answers, { q1: ['a'] });
});
