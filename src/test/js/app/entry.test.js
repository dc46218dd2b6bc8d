import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const JS = new URL('../../../main/web/js/', import.meta.url);
const source = (/** @type {string} */ name) => readFileSync(new URL(name, JS), 'utf8');
const modules = readdirSync(JS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js') && name !== 'app.js');
const namesIn = (/** @type {string} */ list) => list.split(',').map((name) => name.trim().split(' as ')[0]).filter(Boolean);
const statements = (/** @type {string} */ text, /** @type {string} */ keyword) =>
    [...text.matchAll(new RegExp(`^${keyword} \\{([^}]*)} from '([^']+)'`, 'gm'))]
        .map(([, list, from]) => ({ names: namesIn(list), from }));

/** By module, the names that app.js exports: the build makes every other entry import them from there. */
const exported = new Map(statements(source('app.js'), 'export').map(({ names, from }) => [from, names]));
const exportedFiles = new Set([...exported.keys()].map((from) => new URL(from.replace('#', ''), JS).href));

for (const name of modules) {
    const imports = statements(source(name), 'import');

    test(`${name} imports by #app only what app.js exports`, () => {
        const lacking = imports.filter(({ from }) => from.startsWith('#') && !name.startsWith('app/'))
            .flatMap(({ names, from }) => names.filter((one) => !exported.get(from)?.includes(one)));
        assert.deepEqual(lacking, []);
    });

    test(`${name} has no second copy of a module that app.js exports`, () => {
        const copies = imports.filter(({ from }) => from.startsWith('.') && exportedFiles.has(new URL(from, new URL(name, JS)).href));
        assert.deepEqual(copies.map(({ from }) => from), []);
    });
}

test('all that app.js exports is imported somewhere', () => {
    const imported = new Set(modules.flatMap((name) => statements(source(name), 'import').flatMap(({ names }) => names)));
    assert.deepEqual([...exported.values()].flat().filter((name) => !imported.has(name)), []);
});
