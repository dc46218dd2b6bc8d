import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal, SignedOut, Unreachable } from '#js/app/http.js';
import { startOrderImport } from '#js/store/order-import.js';
import { settled } from '#support/fake-clock.js';
import { at, openPage, submitBy, textOf, type } from '#support/page.js';

const FORM = `<form data-orders="/api/stores/s1/orders" data-reading="reading" data-would="It would be:"
    data-report="[added] added, [rejected] not read"
    data-row="Line [line]: [message]" data-left-out="and [count] more">
  <select name="platform"><option value="douyin">Douyin</option><option value="jd">JD</option></select><input name="file" type="file">
  <button name="dryRun" value="true">check</button><button name="dryRun" value="false" disabled>import</button>
  <div class="report"></div><button name="rejected" value="rejected" hidden disabled>rows</button></form>`;

const CHECK = '[value="true"]';
const IMPORT = '[value="false"]';
const REJECTED = '[value=rejected]';

/** @param {import('node:test').TestContext} context @param {(Error | object)[]} answers */
function form(context, answers) {
    const page = openPage(context, FORM);
    const file = { name: 'may.orders.csv' };
    Object.assign(at('[name=file]'), { files: [file] });
    /** @type {{method: string, path: string, body: unknown}[]} */
    const calls = [];
    startOrderImport({
        call: async (method, path, { body } = {}) => {
            calls.push({ method, path, body });
            const next = answers.shift();
            if (next instanceof Error) {
                throw next;
            }
            return Response.json(next);
        },
    });
    const press = async (/** @type {string} */ button) => {
        submitBy(button);
        for (let i = 0; i < 5; i++) {
            await settled();
        }
    };
    return { ...page, calls, file, press, paths: () => calls.map(({ path }) => path) };
}

const disabled = (/** @type {string} */ button) => /** @type {HTMLButtonElement} */ (at(button)).disabled;
const lines = () => [...document.querySelectorAll('.report li')].map(({ textContent }) => textContent);

test('a file is checked before it is imported, and its bytes are sent as they are', async (context) => {
    const { press, paths, calls, file, reloads } = form(context, [{ added: 2, rejected: [] }, { added: 2, rejected: [] }]);
    assert.equal(disabled(IMPORT), true);
    await press(CHECK);
    assert.deepEqual(paths(), ['/api/stores/s1/orders?platform=douyin&dryRun=true']);
    assert.equal(calls[0].body, file);
    assert.equal(textOf('.report'), 'It would be: 2 added, 0 not read');
    assert.deepEqual([disabled(CHECK), disabled(IMPORT), textOf(REJECTED), reloads.length], [false, false, null, 0]);

    await press(IMPORT);
    assert.deepEqual(paths().slice(1), ['/api/stores/s1/orders?platform=douyin&dryRun=false']);
    assert.equal(reloads.length, 1);
});

test('another file or platform has to be checked first', async (context) => {
    const { press, paths } = form(context, [{ added: 2, rejected: [] }, { added: 1, rejected: [] }]);
    await press(CHECK);
    type('[name=platform]', 'jd');
    assert.deepEqual([disabled(IMPORT), textOf('.report')], [true, '']);
    await press(CHECK);
    assert.match(paths()[1], /platform=jd&dryRun=true/);
});

test('while a file is read it is not sent twice', async (context) => {
    const { press, calls } = form(context, [{ added: 2, rejected: [] }]);
    submitBy(CHECK);
    submitBy(CHECK);
    assert.equal(textOf('.report'), 'reading');
    await press(CHECK);
    assert.equal(calls.length, 1);
});

test('each fault of a row stands on a line of its own, with what was found there', async (context) => {
    const rejected = [
        { line: 3, faults: [{ message: 'no such day', value: '31.02.' }, { message: 'no price' }] },
        { line: 9, faults: [{ message: 'twice' }] },
    ];
    const { press } = form(context, [{ added: 2, rejected }]);
    await press(CHECK);
    assert.deepEqual(lines(), ['Line 3: no such day “31.02.”', 'Line 3: no price', 'Line 9: twice']);
    assert.equal(textOf('.report p'), 'It would be: 2 added, 2 not read');
});

test('beyond a hundred rows only the number is told: they are better corrected in their file', async (context) => {
    const rejected = Array.from({ length: 103 }, (_, i) => ({ line: i + 2, faults: [{ message: 'no price' }] }));
    const { press } = form(context, [{ added: 0, rejected }]);
    await press(CHECK);
    assert.equal(lines().length, 101);
    assert.equal(lines()[100], 'and 3 more');
});

test('the rows that were not read are saved under the name of the file', async (context) => {
    const { press, paths } = form(context, [{ added: 0, rejected: [{ line: 2, faults: [] }] }, {}]);
    /** @type {string[]} */
    const saved = [];
    const make = document.createElement.bind(document);
    const click = /** @this {HTMLAnchorElement} */ function () {
        saved.push(this.download);
    };
    document.createElement = /** @type {any} */ (
        (/** @type {string} */ tag) => Object.assign(make(tag), tag === 'a' && { click })
    );
    await press(CHECK);
    await press(REJECTED);
    assert.deepEqual(paths().slice(1), ['/api/stores/s1/orders/rejected?platform=douyin']);
    assert.deepEqual(saved, ['may.orders-rejected.csv']);
});

for (const [what, fault, text] of /** @type {[string, Error, string][]} */ ([
    [
        'a column the server lacks',
        new Refusal(422, { title: 'Not read', detail: 'See below', errors: [{ field: 'file', message: 'No column of prices.' }] }),
        'No column of prices.',
    ],
    ['a file that is none', new Refusal(415, { title: 'Not read', detail: 'That is no table.' }), 'That is no table.'],
    ['a refusal without detail', new Refusal(409, { title: 'An import is going on.' }), 'An import is going on.'],
    ['a server that is busy', new Unreachable('HTTP 503', 0, { detail: 'In a minute.' }), 'In a minute.'],
    ['no network', new Unreachable('no network'), 'no network'],
])) {
    test(`${what} is said in plain words; the file can be checked again and not be imported`, async (context) => {
        const { press } = form(context, [fault]);
        await press(CHECK);
        assert.equal(textOf('.report'), text);
        assert.deepEqual([at('.report p').className, disabled(CHECK), disabled(IMPORT)], ['notice bad', false, true]);
    });
}

test('a file that could not be imported is checked again first', async (context) => {
    const { press, reloads } = form(context, [{ added: 2, rejected: [] }, new Unreachable('no network')]);
    await press(CHECK);
    await press(IMPORT);
    assert.deepEqual([disabled(CHECK), disabled(IMPORT), reloads.length], [false, true, 0]);
});

test('who is signed out is led to the sign-in', async (context) => {
    const { press, reloads } = form(context, [new SignedOut('')]);
    await press(CHECK);
    assert.equal(reloads.length, 1);
});
