import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heardAt, missingBetween, parse, skipTo } from '../../../main/web/js/learning/voice/timeline.js';
import { partsOf } from '../../../main/web/js/learning/voice/words.js';

/** @param {string[]} texts @param {number[]} letters */
const bySentence = (texts, letters) => partsOf(texts, letters).map((parts, index) =>
    parts.map(({ sentence, from, to }) => `${sentence} ${texts[index].slice(from, to)}`));

test('words are found by counting letters, and marks go with the sentence they close or open', () => {
    assert.deepEqual(bySentence(['手里有货，手就不抖。“怎么看？”问的人多了。'], [8, 3, 6]), [
        ['0 手里有货，手就不抖。', '1 “怎么看？”', '2 问的人多了。'],
    ]);
});

test('a sentence goes on in the next text, and a text may hold several', () => {
    assert.deepEqual(bySentence(['名字', '、', '村子', '，就这三样。好。'], [8, 1]), [['0 名字'], ['0 、'], ['0 村子'], ['0 ，就这三样。', '1 好。']]);
});

test('what stands behind the last sentence belongs to none', () => {
    assert.deepEqual(bySentence(['一。二。'], [1]), [['0 一。']]);
    assert.deepEqual(bySentence(['一'], []), [[]]);
});

test('letters outside the basic plane count once', () => {
    assert.deepEqual(bySentence(['𠮷祥。好。'], [2, 1]), [['0 𠮷祥。', '1 好。']]);
});

const written = '3:0-1000 4 5:1400-2400 2:4000-5000';

test('the page says which sentence is heard when, and which is not spoken', () => {
    const sentences = parse(written);
    assert.deepEqual(sentences[0], { letters: 3, from: 0, until: 1000 });
    assert.deepEqual(sentences[1], { letters: 4 });
    for (const [ms, sentence] of [[0, 0], [999, 0], [1050, -1], [1150, 2], [2399, 2], [3000, -1], [4500, 3], [6000, -1]]) {
        assert.equal(heardAt(sentences, ms), sentence, `at ${ms}`);
    }
});

test('what the page no longer says is not heard, a breath is', () => {
    const sentences = parse(written);
    assert.equal(skipTo(sentences, 500), undefined);
    assert.equal(skipTo(sentences, 1050), undefined);
    assert.equal(skipTo(sentences, 2500), 4000);
    assert.equal(skipTo(sentences, 6000), undefined);
});

test('sentences that are not spoken are found between those that are', () => {
    const sentences = parse('1 3:0-1000 4 5 2:4000-5000 6');
    assert.deepEqual(missingBetween(sentences, -1, 1), [0]);
    assert.deepEqual(missingBetween(sentences, 1, 4), [2, 3]);
    assert.deepEqual(missingBetween(sentences, 4, sentences.length), [5]);
    assert.deepEqual(missingBetween(sentences, 4, 4), []);
});
