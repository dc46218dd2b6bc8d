/**
 * However phones are used and networks fail, the server ends with what one phone with a network would have sent: nothing
 * lost, nothing twice, nothing under another's name.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ModelPhone, World, evicted, rest } from '#support/sync-world.js';

console.warn = () => {};

const PEOPLE = ['chunmei', 'laohu'];
const LESSONS = ['rice', 'apples', 'honey', 'tea'];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WORLDS = 200;
const STEPS = 80;

/** What a person's pages show of their records: the same however the records came. @param {{type: string, data: any}[]} records */
const shown = (records) => [...new Set(records.map(({ type, data }) => `${type} ${data.lesson} ${data.answer ?? ''}`))].sort();

/** @typedef {import('#support/sync-world.js').World} W */

/** @type {[number, (world: W, phone: ModelPhone) => unknown][]} how often, and what */
const STEPS_TO_CHOOSE = [
    [8, (world) => world.network()],
    [6, (world, phone) => recordSomething(world, phone)],
    [3, (world, phone) => flush(world, phone)],
    [2, (world) => world.clock.pass(world.random() * 10 * 60_000)],
    [1, (world) => world.clock.pass(world.random() * 10 * HOUR)],
    [1, (world, phone) => signIn(world, phone)],
    [1, (_, phone) => void (phone.signedIn = undefined)],
    [1, (_, phone) => void (phone.signedIn && phone.tabs.length < 3 && phone.open(phone.signedIn))],
    [1, (world, phone) => phone.tabs.length && phone.close(world.one(phone.tabs))],
    [1, (world, phone) => void (phone.skew = world.random() < 0.4 ? 0 : (world.random() - 0.5) * 12 * DAY)],
    [0.2, (_, phone) => void (phone.skew = -16 * 365 * DAY)],
    [0.3, (_, phone) => phone.evict()],
];
const ALL = STEPS_TO_CHOOSE.reduce((sum, [often]) => sum + often, 0);

/** @param {W} world @param {ModelPhone} phone */
async function recordSomething(world, phone) {
    const tab = world.one(phone.tabs);
    if (!tab) {
        return;
    }
    const lesson = world.random() < 0.04 ? 'spoils the call' : world.one(LESSONS);
    const quiz = world.random() < 0.4;
    await phone.record(tab, quiz ? 'quiz.submitted' : 'lesson.completed', { lesson, ...(quiz && { answer: world.one(['a', 'b']) }) });
}

/** @param {W} world @param {ModelPhone} phone */
async function flush(world, phone) {
    world.one(phone.tabs)?.outbox.flush();
    await rest();
}

/** @param {W} world @param {ModelPhone} phone */
function signIn(world, phone) {
    phone.signedIn = world.one(PEOPLE);
    phone.open(phone.signedIn);
}

/** @param {W} world */
async function step(world) {
    let which = world.random() * ALL;
    const [, act] = STEPS_TO_CHOOSE.find(([often]) => (which -= often) < 0) ?? STEPS_TO_CHOOSE[0];
    await act(world, world.one(world.phones));
}

/** In the end the clocks are right, the network is good, and everybody signs in once on each phone. @param {W} world */
async function comeHome(world) {
    await world.deliver();
    for (const phone of world.phones) {
        phone.skew = 0;
        for (const person of PEOPLE) {
            phone.signedIn = person;
            const tab = phone.open(person);
            tab.outbox.flush();
            await rest();
            for (let i = 0; i < 30 && (world.calls.length || (await tab.outbox.waiting()).length); i++) {
                await world.deliver();
                await world.clock.pass(10 * 60_000);
            }
        }
    }
}

/** @param {number} seed */
async function live(seed) {
    const world = new World(seed);
    world.phones = [0, 1, 2].map(() => new ModelPhone(world, world.random() < 0.7));
    for (const phone of world.phones) {
        signIn(world, phone);
    }
    for (let i = 0; i < STEPS; i++) {
        await step(world);
    }
    await comeHome(world);
    return world;
}

for (let from = 1; from <= WORLDS; from += 50) {
    test(`nothing is lost, doubled or another's, in worlds ${from} to ${from + 49}`, async () => {
        for (let seed = from; seed < from + 50; seed++) {
            const { server, expected, spoilt, phones } = await live(seed);
            const named = `world ${seed}`;
            for (const [id, { person, data, at }] of expected) {
                const there = server.records.get(id);
                assert.ok(there, `${named}: lost ${JSON.stringify(data)} of ${person}`);
                assert.equal(there.person, person, `${named}: under another's name`);
                assert.deepEqual(there.data, data, named);
                // What a phone says of a time that its clock had right is never changed.
                assert.equal(there.at, at ?? there.at, `${named}: dated anew`);
            }
            const foreign = [...server.records.keys()].filter((id) => !expected.has(id) && !evicted.has(id));
            assert.deepEqual(foreign, [], `${named}: nobody did these`);
            for (const phone of phones) {
                assert.deepEqual([...phone.store.outbox.values()], [], `${named}: still waits`);
                const aside = [...phone.store.aside.values()].filter(({ id }) => !spoilt.has(id));
                assert.deepEqual(aside, [], `${named}: refused, and nobody did anything wrong`);
            }
            for (const person of PEOPLE) {
                // One phone with a network would have sent exactly what they did.
                const wanted = [...expected.values()].filter((one) => one.person === person);
                const all = [...server.records.values()].filter((one) => one.person === person && !evicted.has(one.id));
                assert.deepEqual(shown(all), shown(wanted), named);
            }
        }
    });
}
