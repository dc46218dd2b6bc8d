import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf } from '#js/followup/say.js';

test('an answer says for which class and round it is, and leaves out what was not chosen', () => {
    const form = new FormData();
    form.set('cohort', 'c');
    form.set('round', '2');
    form.set('words', ' slow parcels ');

    assert.deepEqual(answerOf(form), { cohort: 'c', round: 2, face: '', words: 'slow parcels' });
});
