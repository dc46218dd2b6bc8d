import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VoiceField } from '#js/practice/selfreview/voice-field.js';
import { settled } from '#support/fake-clock.js';
import { openPage, at, textOf } from '#support/page.js';

const PAGE = `<div data-voice><button data-do="speak">speak</button><button data-do="stop">stop</button><button data-do="keep">keep</button>
<button data-do="again">again</button><button data-do="unspoken">remove</button><audio></audio><p data-left></p></div>`;

/** A field on a phone that may be full. @param {import('node:test').TestContext} context */
function open(context) {
    openPage(context, PAGE);
    context.mock.method(console, 'error', () => {});
    const phone = { full: false, said: 0, done: /** @type {string[]} */ ([]), troubles: /** @type {string[]} */ ([]) };
    const words = () => new TextEncoder().encode(`words ${++phone.said}`).buffer;
    const recorder = { record: async () => ({ bytes: words(), type: 'audio/webm' }), stop: () => {} };
    const stored = async (/** @type {string} */ what) => {
        if (phone.full) {
            throw new DOMException('full', 'QuotaExceededError');
        }
        phone.done.push(what);
    };
    const field = new VoiceField(at('[data-voice]'), /** @type {any} */ (recorder), {
        spoken: async ({ bytes }) => {
            await stored(new TextDecoder().decode(bytes));
            field.show({ unkept: 'digest' });
        },
        keep: () => stored('kept'),
        remove: () => stored('removed'),
        source: async () => 'blob:stored',
        trouble: (state) => phone.troubles.push(state),
    });
    field.show({});
    /** @param {string} name */
    const tap = async (name) => {
        at(`[data-do="${name}"]`).dispatchEvent(new Event('click'));
        await settled();
    };
    return { phone, tap, field };
}

const shown = () => ['stop', 'keep', 'unspoken'].filter((name) => textOf(`[data-do="${name}"]`) !== null);

test('what a full phone could not store stays on the page, and is stored and kept by the next tap', async (context) => {
    const { phone, tap } = open(context);
    phone.full = true;
    await tap('speak');
    assert.deepEqual([phone.troubles, shown()], [['not-kept'], ['keep', 'unspoken']]);
    assert.match(/** @type {HTMLAudioElement} */ (at('audio')).src, /^blob:/);
    await tap('keep');
    assert.deepEqual([phone.troubles, phone.done], [['not-kept', 'not-kept'], []]);
    phone.full = false;
    await tap('keep');
    assert.deepEqual(phone.done, ['words 1', 'kept']);
});

test('spoken anew, the earlier words are not stored', async (context) => {
    const { phone, tap } = open(context);
    phone.full = true;
    await tap('speak');
    phone.full = false;
    await tap('again');
    assert.deepEqual(phone.done, ['words 2']);
    await tap('keep');
    assert.deepEqual(phone.done, ['words 2', 'kept']);
});

test('what could not be stored is removed alone, and what was kept before stays', async (context) => {
    const { phone, tap, field } = open(context);
    field.show({ kept: 'before' });
    phone.full = true;
    await tap('again');
    phone.full = false;
    await tap('unspoken');
    assert.deepEqual([phone.done, shown()], [[], ['unspoken']]);
    await tap('unspoken');
    assert.deepEqual(phone.done, ['removed']);
});
