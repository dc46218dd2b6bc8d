import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPack } from '#js/practice/plan/pack.js';
import { PlanDrafts } from '#js/practice/plan/plan-draft.js';

function drafts(/** @type {string} */ person, kept = new Map()) {
    return new PlanDrafts({ person, setting: async (key) => kept.get(key), putSetting: async (key, value) => kept.set(key, value) });
}

test('a draft is found again by its person, and by nobody else on the phone', async () => {
    const kept = new Map();
    await drafts('chunmei', kept).save({ format: 'pitch', facts: [{ name: '冻米糖' }] });
    assert.deepEqual(await drafts('chunmei', kept).load(), { format: 'pitch', facts: [{ name: '冻米糖' }] });
    assert.deepEqual(await drafts('guihua', kept).load(), {});
});

test('once planned, only the products are offered again', async () => {
    const one = drafts('chunmei');
    await one.spend({ format: 'pitch', withoutGoal: true, facts: [{ name: '冻米糖' }], shows: { pitch: [] } });
    assert.deepEqual(await one.load(), { facts: [{ name: '冻米糖' }] });
});

for (const [name, fetch] of [
    ['without a network', async () => { throw new TypeError('no network'); }],
    ['from a server in trouble', async () => new Response('', { status: 503 })],
    ['from a page that answers for it', async () => new Response('<html>')],
]) {
    test(`no content comes ${name}, and planning goes on`, async () =>
        assert.equal(await loadPack('/practice-content/zh.json', /** @type {any} */ (fetch)), undefined));
}
