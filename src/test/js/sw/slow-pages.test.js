import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled } from '#support/fake-clock.js';
import { answer, html, phone } from '#support/stored-pages.js';

console.warn = () => {};

test('a network that is slower than 4 seconds gives way to the page as last seen, which is then renewed', async () => {
    const one = phone();
    one.online(html('chunmei', 'old'));
    await one.open('/practice');
    /** @type {(response: Response) => void} */
    let arrive = () => {};
    one.network.next = () => new Promise((resolve) => (arrive = resolve));
    const shown = one.open('/practice');
    await settled();
    one.losePatience();
    await settled();
    arrive(answer(html('chunmei', 'new')));
    assert.match(await shown, /old/);
    await settled();
    assert.deepEqual(one.told, [{ renewed: '/practice', over: false }]);
    one.offline();
    assert.match(await one.open('/practice'), /new/);
});

test('a page never seen waits for a dead network for 4 seconds, then says that there is none, and is there the next time', async () => {
    const one = phone();
    one.network.next = async () => {
        await settled();
        return answer(html('chunmei', 'in time'));
    };
    assert.match(await one.open('/learn'), /in time/);

    /** @type {(response: Response) => void} */
    let arrive = () => {};
    one.network.next = () => new Promise((resolve) => (arrive = resolve));
    const shown = one.open('/practice');
    await settled();
    one.losePatience();
    await settled();
    one.losePatience();
    await settled();
    arrive(answer(html('chunmei', 'late')));
    assert.equal(await shown, 'offline');
    assert.deepEqual(one.waits.slice(-2), [1800, 1800]);
    one.offline();
    assert.match(await one.open('/practice'), /late/);
});

test('a page never seen waits for a slow server, as long as the network answers', async () => {
    const one = phone();
    one.network.small = async () => new Response('');
    /** @type {(response: Response) => void} */
    let arrive = () => {};
    one.network.next = () => new Promise((resolve) => (arrive = resolve));
    const shown = one.open('/practice');
    await settled();
    one.losePatience();
    await settled();
    one.losePatience();
    await settled();
    arrive(answer(html('chunmei', 'slowly made')));
    assert.match(await shown, /slowly made/);
});

test('on a network that accepts and never answers, only the first stored page waits long', async () => {
    const one = phone();
    one.online(html('chunmei', 'lesson'));
    await one.open('/practice');
    /** @type {(response: Response) => void} */
    let arrive = () => {};
    one.network.next = () => new Promise((resolve) => (arrive = resolve));
    const open = async () => {
        const shown = one.open('/practice');
        await settled();
        one.losePatience();
        await settled();
        arrive(new Response('', { status: 503 }));
        return shown;
    };
    assert.match(await open(), /lesson/);
    assert.match(await open(), /lesson/);
    assert.deepEqual(one.waits.slice(-2), [4000, 300]);

    one.clock.ms = 60_000;
    await open();
    assert.equal(one.waits.at(-1), 4000);

    one.online(html('chunmei', 'lesson again'));
    assert.match(await one.open('/practice'), /again/);
    one.network.next = () => new Promise((resolve) => (arrive = resolve));
    await open();
    assert.equal(one.waits.at(-1), 4000);
});
