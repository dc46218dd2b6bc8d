import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, startSay } from '#js/followup/say.js';
import { settled } from '#support/fake-clock.js';
import { openPage, submitBy, textOf } from '#support/page.js';

test('an answer says for which class and round it is, and leaves out what was not chosen', () => {
    const form = new FormData();
    form.set('cohort', 'c');
    form.set('round', '2');
    form.set('words', ' slow parcels ');

    assert.deepEqual(answerOf(form), { cohort: 'c', round: 2, face: '', words: 'slow parcels' });
});

test('what this phone could not store is still there to be said again', async (context) => {
    const page = openPage(context, `<h1 data-says>nothing</h1><form data-say><input name="id" value="i"><input name="face" value="good">
        <button>Send</button></form><section data-done hidden>done</section>`);
    page.phone.onLine = false;
    const nothing = async () => [];
    let room = false;
    startSay({
        record: async () => {
            if (!room) {
                throw new DOMException('', 'QuotaExceededError');
            }
            return 'i';
        },
        outbox: { waiting: nothing, refused: nothing },
    });
    document.body.insertAdjacentHTML('beforeend', '<template data-message="thanks">thanks</template>');
    submitBy('form button');
    await settled();
    assert.deepEqual([textOf('button'), textOf('[data-done]'), page.warnings.length], ['Send', null, 1]);
    assert.equal(page.submitted.length, 0);
    page.phone.onLine = true;
    submitBy('form button');
    await settled();
    assert.equal(page.submitted.length, 1, 'with a network the server takes it');
    room = true;
    submitBy('form button');
    await settled();
    assert.deepEqual([textOf('button'), textOf('[data-says]')], [null, 'thanks']);
});
