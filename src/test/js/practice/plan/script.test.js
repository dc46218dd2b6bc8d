import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blanksOf, spoken } from '#js/practice/plan/script.js';

const WORDS = { goods: '货', and: '[one]、[other]' };
const CANDY = { name: '冻米糖', price: '39 块 9', weight: '5 斤', origin: '河口村' };

for (const [say, known, words] of [
    ['我是[{village}的]{host}，这是我家的{product}。', { host: '王桂花', village: '河口村', facts: [CANDY] }, '我是河口村的王桂花，这是我家的冻米糖。'],
    ['我是[{village}的]{host}，这是我家的{product}。', { host: '王桂花', village: '', facts: [] }, '我是王桂花，这是我家的货。'],
    ['[一份{weight}，][{price}。]您看清楚。', { host: 'x', facts: [CANDY] }, '一份5 斤，39 块 9。您看清楚。'],
    ['[一份{weight}，][{price}。]您看清楚。', { host: 'x', facts: [{ name: '冻米糖', price: '39' }] }, '39。您看清楚。'],
    ['[一份{weight}，][{price}。]您看清楚。', { host: 'x', facts: [{ name: '冻米糖' }] }, '您看清楚。'],
    ['今天卖{products}。', { host: 'x', facts: [CANDY, { name: '大米' }] }, '今天卖冻米糖、大米。'],
    ['今天卖{products}。', { host: 'x', facts: [{ name: '[other]' }, { name: '大米' }, { name: '茶' }] }, '今天卖[other]、大米、茶。'],
    ['这是第二样[，{product2}][，{price2}]。', { host: 'x', facts: [CANDY, { name: '大米', price: '6 块' }] }, '这是第二样，大米，6 块。'],
    ['这是第二样[，{product2}]。', { host: 'x', facts: [CANDY] }, '这是第二样。'],
    ['这是{product}。', { host: 'x', facts: [{ name: '[{price}] <b>$&' }] }, '这是[{price}] <b>$&。'],
]) {
    test(`${say} is said as ${words}`, () =>
        assert.equal(spoken(/** @type {string} */ (say), blanksOf(/** @type {any} */ (known), WORDS)), words));
}
