import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WordChecker } from '#js/practice/plan/word-checker.js';

/** @type {any[]} */
const PHRASES = [
    {
        pattern: { zh: '最好', en: '\\bbest\\b' },
        unless: [{ near: { zh: '说是$' }, within: 4, side: 'before' }],
        severity: 'ask', why: '要有凭据。', better: '我家天天吃。',
    },
    { pattern: { zh: '神药' }, only: { whole: { zh: '治' } }, severity: 'stop', why: '不是药。', better: '它是吃的。' },
    { pattern: { zh: '(?<broken' }, severity: 'stop', why: '读不懂。', better: '' },
];
const checker = new WordChecker(PHRASES);

for (const [text, found] of [
    ['全国最好的大米', ['最好']],
    ['全国最 好的大米', ['最 好']],
    ['人家说是最好的', []],
    ['说是。最好的', ['最好']],
    ['The ＢＥＳＴ rice', ['ＢＥＳＴ']],
    ['我best的', []],
    ['这是神药', []],
    ['这是神药，能治病', ['神药']],
    ['这是神药。能治病', []],
    ['😀最好，又是最好', ['最好', '最好']],
    ['', []],
]) {
    test(`“${text}” has ${found.length} to look at`, () =>
        assert.deepEqual(checker.flags(/** @type {string} */ (text)).map(({ from, to }) => text.slice(from, to)), found));
}

test('a flag says why and what to say instead', () =>
    assert.deepEqual(checker.flags('最好')[0], { from: 0, to: 2, severity: 'ask', why: '要有凭据。', better: '我家天天吃。' }));
