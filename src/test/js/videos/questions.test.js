import assert from 'node:assert/strict';
import { test } from 'node:test';
import { due } from '#js/videos/questions.js';

const QUESTIONS = [{ item: 'first', second: 10 }, { item: 'second', second: 11 }];
const none = () => undefined;

test('a video stops for the question it has come to, and for the next one after that', () => {
    assert.equal(due(QUESTIONS, 9.4, 9.9, none), undefined);
    assert.equal(due(QUESTIONS, 9.9, 10.1, none)?.item, 'first');
    assert.equal(due(QUESTIONS, 10, 11.2, none)?.item, 'second');
});

test('one that was asked before is not asked again', () => {
    assert.equal(due(QUESTIONS, 9.9, 10.1, (item) => item === 'first'), undefined);
});

test('whoever jumps over a question, or back, is not stopped for it', () => {
    assert.equal(due(QUESTIONS, 2, 30, none), undefined);
    assert.equal(due(QUESTIONS, 30, 2, none), undefined);
});
