import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Sentences, isSpoken } from '../../../main/web/js/narration/sentences.js';

/** @param {string} digest @param {object} [more] @returns {import('../../../main/web/js/narration/sentences.js').Sentence} */
const sentence = (digest, more) => ({ digest, words: digest, asked: false, spoken: '', speaker: '', ...more });
const take = /** @type {any} */ ({ digest: 'x' });

test('it begins where the trainer stopped', () => {
    const all = new Sentences([sentence('a', { spoken: '1' }), sentence('b', { take }), sentence('c')]);
    assert.equal(all.current.digest, 'c');
    assert.deepEqual([all.done, all.of], [2, 3]);
});

test('next goes to what is not spoken, also before, and then simply on', () => {
    const list = [sentence('a'), sentence('b'), sentence('c', { spoken: '1' }), sentence('d')];
    const all = new Sentences(list);
    all.goTo('b');
    list[1].take = take;
    all.next();
    assert.equal(all.current.digest, 'd');
    list[3].take = take;
    all.next();
    assert.equal(all.current.digest, 'a');
    list[0].take = take;
    all.next();
    assert.equal(all.current.digest, 'b');
});

test('before and skip stay within the lesson', () => {
    const all = new Sentences([sentence('a'), sentence('b')]);
    all.before();
    assert.ok(all.isFirst);
    all.skip();
    all.skip();
    assert.ok(all.isLast);
    assert.equal(all.current.digest, 'b');
});

test('its place is counted among the text or among the quiz', () => {
    const all = new Sentences([sentence('a'), sentence('b'), sentence('c', { asked: true }), sentence('d', { asked: true })]);
    all.goTo('b');
    assert.deepEqual(all.place, { number: 2, of: 2 });
    all.goTo('c');
    assert.deepEqual(all.place, { number: 1, of: 2 });
});

test('what was refused is to be spoken again', () => {
    assert.equal(isSpoken(sentence('a', { take: { ...take, refused: 'silence' } })), false);
    assert.equal(isSpoken(sentence('a', { take })), true);
});
