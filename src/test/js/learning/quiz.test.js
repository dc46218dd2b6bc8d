import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Quiz, retake } from '#js/learning/quiz.js';

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

test('another try waits as long as the county says, and no longer for a clock that was set back', () => {
    const rule = { wait: 24, most: 3 };
    const hour = 3_600_000;
    assert.deepEqual(retake(rule, 1, 10 * hour, 11.5 * hour), { usedUp: false, hours: 23 });
    assert.deepEqual(retake(rule, 1, 10 * hour, 34 * hour), { usedUp: false, hours: 0 });
    assert.deepEqual(retake(rule, 1, 900 * hour, 11 * hour), { usedUp: false, hours: 0 });
    assert.deepEqual(retake(rule, 3, undefined, 11 * hour), { usedUp: true, hours: 0 });
    assert.deepEqual(retake({ wait: 0, most: 0 }, 99, 10 * hour, 10 * hour), { usedUp: false, hours: 0 });
});
