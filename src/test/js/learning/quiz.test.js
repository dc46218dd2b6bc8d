import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createQuiz, carriedOver, retake } from '#js/learning/quiz.js';

const quiz = (/** @type {any} */ place = null) => createQuiz(['q1', 'q2', 'q3'], place);

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

test('under a new version the answers to questions that read the same stay, and the first other one is asked', () => {
    const half = { at: 2, answers: { q1: ['a'], q2: ['b'], gone: ['c'] }, seconds: { q1: 5, q2: 6 }, words: { q1: 11, q2: 22, gone: 33 } };
    assert.deepEqual(carriedOver(half, [['q1', 11], ['q2', 23], ['q3', 44]]), {
        place: { at: 1, answers: { q1: ['a'] }, seconds: { q1: 5 } },
        kept: [1],
        lost: 2,
    });
    const whole = carriedOver(half, [['q2', 22], ['q1', 11]]);
    assert.deepEqual([whole.place.at, whole.kept, whole.lost], [1, [1, 2], 1]);
});

test('answers whose questions the phone did not note are asked anew, and none is lost where none was given', () => {
    const noted = carriedOver({ at: 1, answers: { q1: ['a'] }, seconds: {} }, [['q1', 11], ['q2', 22]]);
    assert.deepEqual(noted, { place: { at: 0, answers: {}, seconds: {} }, kept: [], lost: 1 });
    assert.equal(carriedOver({ at: 1, answers: {}, seconds: {} }, [['q1', 11]]).lost, 0);
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
