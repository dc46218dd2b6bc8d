import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { write } from '#app/db.js';
import { showForgotten } from '#js/family/forget.js';
import { setGlobals } from '#support/globals.js';
import { failNextOpen, newPhone, onDisk } from '#support/memory-indexed-db.js';
import { openPage, textOf } from '#support/page.js';

beforeEach(newPhone);

/** What the server says of a trainee whose help is over. @param {string} trainee */
const over = (trainee) => `<section id="${trainee}" data-forget="${trainee}">
    <p data-forgotten hidden>gone</p> <p data-lost="# lost" hidden></p></section>`;

/**
 * A helper's phone on its page.
 *
 * @param {import('node:test').TestContext} context
 * @param {string[]} trainees
 * @param {string} [person] who has signed in on it
 * @returns {{said: string[], left: string[]}} what the server is told, and what waits on the phone at that moment
 */
function phoneOf(context, trainees, person = 'husband') {
    openPage(context, trainees.map(over).join(''), { person });
    const told = { said: /** @type {string[]} */ ([]), left: /** @type {string[]} */ ([]) };
    setGlobals(context, {
        fetch: async (/** @type {string} */ path, /** @type {RequestInit} */ { method, body }) => {
            told.said.push(`${method} ${path} ${body}`);
            told.left = onDisk('outbox').map(({ id }) => id);
            return Response.error();
        },
    });
    return told;
}

/** @param {string[]} people */
const workOf = (...people) =>
    write(['outbox'], (outbox) => people.forEach((person) => outbox.put(/** @type {any} */ ({ id: `by ${person}`, person }))));

test('the server is told when the phone is empty, not before', async (context) => {
    const told = phoneOf(context, ['chunmei', 'laohu']);
    await workOf('chunmei', 'laohu', 'somebody');
    await showForgotten();
    assert.deepEqual(told, { said: ['POST /helping/forgotten trainee=chunmei&trainee=laohu'], left: ['by somebody'] });
    assert.equal(textOf('#chunmei'), 'gone 1 lost');
});

test('whoever has signed in here themselves keeps what is theirs', async (context) => {
    const told = phoneOf(context, ['chunmei'], 'chunmei');
    await workOf('chunmei');
    await showForgotten();
    assert.deepEqual(told, { said: ['POST /helping/forgotten trainee=chunmei'], left: ['by chunmei'] });
    assert.equal(textOf('#chunmei [data-forgotten]'), null);
});

test('a phone that stores nothing is not led here for ever', async (context) => {
    const told = phoneOf(context, ['chunmei']);
    failNextOpen(new Error('no storage'));
    await showForgotten();
    assert.equal(told.said.length, 1);
});

test('a page that forgets nobody says nothing', async (context) => {
    const told = phoneOf(context, []);
    await showForgotten();
    assert.deepEqual(told.said, []);
});
