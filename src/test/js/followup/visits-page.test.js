import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startVisits } from '#js/followup/visits-page.js';
import { settled } from '#support/fake-clock.js';
import { setGlobals } from '#support/globals.js';
import { at, openPage, submitBy, textOf } from '#support/page.js';

const PAGE = `<p data-visits-unsent hidden></p><p data-visits-refused hidden></p>
    <section data-list><p data-visit data-cohort="c" data-trainee="t" data-round="1" data-name="春梅"><span data-says></span>
    <a data-open>Visit</a></p></section>
    <form data-form hidden><h1 data-who></h1><input name="outcome" value="NOT_REACHED"><input name="photo" type="file">
    <i data-photo-cost></i><input data-consent type="checkbox"><i data-place></i><p data-fault></p>
    <button type="button" data-leave>Leave</button><button data-save>Save</button></form>
    <template data-message="kept">kept</template><template data-message="sent">sent</template>
    <template data-message="unsent">unsent</template>
    <template data-message="photos">photos wait</template><template data-message="no-room">no room</template>`;

/** @param {import('node:test').TestContext} context */
function visits(context) {
    openPage(context, PAGE);
    setGlobals(context, { scrollTo: () => {} });
    const form = /** @type {any} */ (at('form'));
    form.reset = () => {};
    /** @type {any} */ (at('[name="photo"]')).files = [new Blob(['picture'])];
    /** @type {Map<string, unknown>} */
    const stored = new Map();
    const world = { fault: /** @type {Error | undefined} */ (undefined), stored };
    const nothing = async () => [];
    startVisits(/** @type {any} */ ({
        record: async () => {
            if (world.fault) {
                throw world.fault;
            }
        },
        outbox: { waiting: nothing, refused: nothing },
        photos: {
            put: async (/** @type {{visit: string}} */ one) => stored.set(one.visit, one),
            remove: async (/** @type {string} */ visit) => stored.delete(visit),
        },
        sender: { flush: async () => {}, count: async () => stored.size },
        person: 'p',
    }));
    at('[data-open]').dispatchEvent(new Event('click', { cancelable: true }));
    return world;
}

test('the photo of a visit that was not kept does not stay without it; with the next tap both are', async (context) => {
    const world = visits(context);
    world.fault = new DOMException('', 'QuotaExceededError');
    submitBy('[data-save]');
    await settled();
    assert.equal(world.stored.size, 0);
    assert.notEqual(textOf('[data-save]'), null, 'the form is still there');
    world.fault = undefined;
    submitBy('[data-save]');
    await settled();
    assert.deepEqual([world.stored.size, textOf('[data-says]')], [1, 'sent']);
});
