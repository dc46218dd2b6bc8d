import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, startCounters } from '#js/site/letter-counter.js';
import { openPage, textOf } from '#support/page.js';

const WORDS = { left: '# left', over: '# too many' };
for (const [value, most, text, over] of [
    ['', 10, '', false],
    ['1234567', 10, '', false],
    ['12345678', 10, '2 left', false],
    ['1234567890', 10, '0 left', false],
    ['12345678901', 10, '1 too many', true],
    ['1234\n5678', 10, '0 left', false],
    ['1234\r\n5678', 10, '0 left', false],
    ['1234\n56789', 10, '1 too many', true],
]) {
    test(`${JSON.stringify(value)} of ${most}: ${text || 'nothing said'}`, () =>
        assert.deepEqual(counted(/** @type {string} */ (value), /** @type {number} */ (most), WORDS), { text, over }));
}

test('only fields are counted: another thing may have a most too', (context) => {
    openPage(context, '<form data-most="3"><textarea data-most="2"></textarea></form>');
    Object.assign(document.body.dataset, { lettersLeft: WORDS.left, lettersOver: WORDS.over });
    const field = /** @type {any} */ (document.querySelector('textarea'));
    Object.assign(field, { value: 'abc', setCustomValidity: () => {} });
    startCounters();
    assert.equal(document.querySelectorAll('.counter').length, 1);
    assert.equal(textOf('.counter'), '1 too many');
});
