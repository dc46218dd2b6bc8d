import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, reader } from '#support/stored-pages.js';

console.warn = () => {};

const LESSON = '/learn/rice/first';

/** A lesson on the phone in both languages, of which the county then makes another. */
async function inBoth() {
    const one = reader();
    const { next } = one.network;
    await one.open(LESSON);
    one.clock.ms += 10;
    await one.pages().fetchAhead(`${LESSON}?in=en`, false);
    const improve = () => {
        one.network.next = async (address) => {
            const page = await next(address);
            return answer((await page.text()).replace('in ', 'improved in '));
        };
    };
    const states = () => one.pages().areStored([LESSON, `${LESSON}?in=en`], 'zh-CN');
    return { ...one, improve, states, asked: () => one.network.asked.slice(2) };
}

test('a page that comes newer within a version renews the one in the other language, once', async () => {
    const one = await inBoth();
    await one.open(LESSON);
    assert.deepEqual(one.asked(), [LESSON], 'it says the same');
    one.improve();
    await one.open(LESSON);
    assert.deepEqual(one.asked().slice(1), [LESSON, `${LESSON}?in=en`]);
    await one.open(LESSON);
    assert.deepEqual(one.asked().slice(3), [LESSON]);
    assert.deepEqual(await one.states(), ['current', 'current']);
    one.offline();
    assert.match(await one.open(LESSON), /improved in zh-CN/);
    assert.match(await one.open(`${LESSON}?lang=en`), /improved in en/);
});

test('where it does not come, it is offered as an older one, has its assets, and comes with the next time the page is opened', async () => {
    const one = await inBoth();
    one.improve();
    const { next } = one.network;
    one.network.next = (address) => (address.includes('in=en') ? Promise.reject(new TypeError('no network')) : next(address));
    await one.open(LESSON);
    assert.deepEqual(await one.states(), ['current', 'older']);
    assert.deepEqual(await one.pages().versions(), ['v1', 'v1']);
    one.network.next = next;
    await one.open(LESSON);
    assert.deepEqual(await one.states(), ['current', 'current']);
    one.offline();
    assert.match(await one.open(`${LESSON}?lang=en`), /improved in en/);
});

test('a phone that is asked to fetch a page again offers the other language as older, and fetches it when told', async () => {
    const one = await inBoth();
    one.improve();
    assert.equal(await one.pages().fetchAhead(LESSON, true), 'stored');
    assert.deepEqual(await one.states(), ['current', 'older']);
    assert.equal(await one.pages().fetchAhead(`${LESSON}?in=en`, false), 'stored');
    assert.deepEqual(await one.states(), ['current', 'current']);
});

test('another language that is chosen outdates nothing', async () => {
    const one = await inBoth();
    await one.open(`${LESSON}?lang=en`);
    await one.open(LESSON);
    await one.open(`${LESSON}?lang=zh-CN`);
    assert.deepEqual(await one.states(), ['current', 'current']);
    assert.deepEqual(one.asked(), [`${LESSON}?lang=en`, LESSON, `${LESSON}?lang=zh-CN`]);
});

/** What is another each time, and is not renewed in the other language for it: one opening asks once. */
const CHANGING = {
    'a quiz, whose form has a number of its own': ['/learn/rice/first/quiz', 'name="form" value="NEW"'],
    'a form that is asked for first': ['/my-say', 'name="id" value="NEW"'],
    'home, which is another each day': ['/', 'NEW'],
};
for (const [what, [path, words]] of Object.entries(CHANGING)) {
    test(`not asked for in both languages each time: ${what}`, async () => {
        const one = reader();
        const { next } = one.network;
        one.network.next = async (address) => {
            const page = await next(address);
            return answer((await page.text()) + words.replace('NEW', String(one.clock.ms)));
        };
        await one.open(path);
        await one.open(`${path}?lang=en`);
        await one.open(`${path}?lang=zh-CN`);
        const before = one.network.asked.length;
        await one.open(path);
        await one.open(path);
        assert.deepEqual(one.network.asked.slice(before), [path, path]);
    });
}
