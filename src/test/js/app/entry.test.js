import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const JS = new URL('../../../main/web/js/', import.meta.url);
const source = (/** @type {string} */ name) => readFileSync(new URL(name, JS), 'utf8');
const others = readdirSync(JS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && name !== 'app.js' && !name.startsWith('app/'));
const named = (/** @type {string} */ list) => list.split(',').map((name) => name.trim().split(' as ')[0]).filter(Boolean);
const statements = (/** @type {string} */ text, /** @type {string} */ keyword) =>
    [...text.matchAll(new RegExp(`^${keyword} \\{([^}]*)} from '[./]*/(app(?:/[^']+|\\.js))'`, 'gm'))].map(([, list, module]) => ({ names: named(list), module }));

/** By module of app/, what app.js hands on: the build has every other entry take these modules from there. */
const carried = new Map(statements(source('app.js'), 'export').map(({ names, module }) => [module, names]));

for (const name of others) {
    test(`what ${name} takes from a module of app.js, app.js hands on`, () => {
        for (const { names, module } of statements(source(name), 'import')) {
            assert.deepEqual(names.filter((one) => carried.has(module) && !carried.get(module)?.includes(one)), [], module);
        }
    });
}

test('what app.js hands on is wanted by somebody', () => {
    const wanted = new Set(others.flatMap((name) => statements(source(name), 'import').flatMap(({ names }) => names)));
    assert.deepEqual([...carried.values()].flat().filter((name) => !wanted.has(name)), ['refused']);
});
