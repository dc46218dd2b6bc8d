import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setGlobals } from '#support/globals.js';
import { at, openPage } from '#support/page.js';

const PAGE = `<button data-speak="main" aria-pressed="false"></button>
<main><h2>What comes first?</h2>
<button class="choice"><b>1</b><span>Weigh it</span><select hidden><option>1</option></select></button>
<button class="choice"><b></b><span>Name the price</span></button>
<label><b>Apples</b><select><option>Choose</option><option>by the pound</option></select></label>
<button>Next</button><p hidden>not yet</p></main>`;

/** What is read of a page. @param {import('node:test').TestContext} context @param {string} page */
async function read(context, page) {
    openPage(context, page);
    /** @type {string[]} */
    const said = [];
    const speechSynthesis = {
        getVoices: () => [{ lang: 'en-GB' }],
        cancel: () => {},
        speak: (/** @type {{text: string}} */ { text }) => said.push(text.trim()),
    };
    class Utterance {
        /** @param {string} text */
        constructor(text) {
            this.text = text;
        }
    }
    setGlobals(context, { window: { speechSynthesis }, speechSynthesis, SpeechSynthesisUtterance: Utterance });
    const { toggle } = await import('#js/site/reading-aloud.js');
    toggle(at('[data-speak]'));
    return said;
}

test('of a quiz the question is read and all that can be chosen, and nothing else', async (context) => {
    const said = await read(context, PAGE);
    assert.deepEqual(said, ['What comes first?', '1Weigh it', 'Name the price', 'Apples', 'Choose', 'by the pound']);
});

test('what things are paired with is read once, after them', async (context) => {
    const list = '<select><option value="">Choose</option><option value="1">stall</option><option value="2">market</option></select>';
    const said = await read(context, `<button data-speak="main"></button><main><fieldset><legend><h2>Pair them.</h2></legend>
        <label><b>live room</b>${list}</label><label><b>platform</b>${list}</label></fieldset></main>`);
    assert.deepEqual(said, ['Pair them.', 'live room', 'platform', 'stall', 'market']);
});
