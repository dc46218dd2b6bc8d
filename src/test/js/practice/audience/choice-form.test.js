import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChoiceForm } from '#js/practice/audience/choice-form.js';
import { setGlobals } from '#support/globals.js';
import { at, openPage } from '#support/page.js';

const choice = (/** @type {string} */ value, more = '', checked = '') =>
    `<label${more}><input type="radio" name="viewers" value="${value}"${checked}><span class="what"><b>${value}</b></span></label>`;

const PAGE = `<form><input type="radio" name="format" value="pitch" data-steps="hook close" checked>
<input name="product" value="eggs">
<b data-chosen></b>${choice('gentle', '', ' checked')}${choice('lively', ' data-practised hidden')}
${choice('rough', ' data-practised hidden')}${choice('none')}
<div data-scripts hidden><select name="script"></select><p data-summary></p></div></form>`;

/** @param {import('node:test').TestContext} context @param {boolean} practised @param {string | null} last */
function opened(context, practised, last) {
    openPage(context, PAGE);
    setGlobals(context, { window: { localStorage: { getItem: () => last, setItem: () => {} } } });
    new ChoiceForm(at('form'), practised);
    const inputs = ['gentle', 'lively', 'rough', 'none'].map((value) => /** @type {HTMLInputElement} */ (at(`[value="${value}"]`)));
    return {
        offered: inputs.filter((input) => !input.closest('[hidden]')).map(({ value }) => value),
        chosen: inputs.filter(({ checked }) => checked).map(({ value }) => value).at(-1),
    };
}

test('the first rehearsal is before gentle viewers or none, whatever somebody chose on this phone before', (context) => {
    assert.deepEqual(opened(context, false, 'rough'), { offered: ['gentle', 'none'], chosen: 'gentle' });
});

test('whoever has rehearsed chooses among all, and finds what was chosen last', (context) => {
    assert.deepEqual(opened(context, true, 'lively'), { offered: ['gentle', 'lively', 'rough', 'none'], chosen: 'lively' });
});
