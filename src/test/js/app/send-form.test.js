import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startList } from '#js/attendance/list.js';
import { startSheet } from '#js/calls/sheet.js';
import { settled } from '#support/fake-clock.js';
import { at, openPage, submitBy } from '#support/page.js';

const nothing = async () => [];
const nowhere = /** @type {any} */ (async () => {
    throw new DOMException('', 'InvalidStateError');
});
const outbox = { waiting: nothing, refused: nothing };
const STATES = ['in', 'out', 'absent', 'undecided'];

/** Pages with forms that the server takes too. @type {Record<string, {page: string, start: () => void}>} */
const PAGES = {
    'the list of calls': {
        page: `<span data-left>1 left</span><p data-unsent hidden></p><p data-refused hidden></p>
            <ul><li data-trainee="t" data-cohort="c" data-name="Chunmei"><form method="post" action="/to"><input name="note" value="n">
            <button name="choice" value="reached" data-words="spoke"></button><button name="choice" value="not"></button></form></li></ul>
            <section data-empty hidden></section><section data-done hidden><ul class="recorded"></ul></section>`,
        start: () => startSheet({ record: nowhere, outbox }),
    },
    'the list of who is there': {
        page: `<main class="teach" data-session="s"><p data-unsent hidden></p><p data-refused hidden></p>
            <input id="find"><ul><li data-trainee="t" data-name="Chunmei" data-state="absent" data-waits="false"><i data-says></i>
            <form method="post" action="/to"><button name="choice" value="reached" data-do="in"></button></form></li></ul>
            ${STATES.map((state) => `<b data-count="${state}"></b><template data-message="count-${state}"></template>`).join('')}</main>`,
        start: () => startList({ http: /** @type {any} */ ({ json: nowhere }), record: nowhere, outbox, onServerTime: () => {} }),
    },
};

for (const [which, { page, start }] of Object.entries(PAGES)) {
    test(`${which} goes to the server at once where this phone stores nothing, if there is a network`, async (context) => {
        const { submitted, phone } = openPage(context, page);
        document.body.removeAttribute('data-unsent');
        const form = /** @type {HTMLFormElement} */ (at('form'));
        const submit = form.submit.bind(form);
        /** @type {unknown[]} */
        const choices = [];
        form.submit = () => {
            choices.push(new FormData(form).getAll('choice').at(-1));
            submit();
        };
        start();
        await settled();
        phone.onLine = false;
        submitBy('button[value="reached"]');
        await settled();
        assert.deepEqual(submitted, []);
        phone.onLine = true;
        submitBy('button[value="reached"]');
        await settled();
        assert.deepEqual([submitted, choices], [[{ action: '/to', method: 'post' }], ['reached']]);
        assert.equal(form.querySelector('input[name="choice"]'), null, 'for whoever comes back');
    });
}
