import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitting, goodsOf } from '#js/practice/audience/choice.js';

const on = (/** @type {string[]} */ ...steps) => steps.map((step) => ({ on: { step, after: 1 } }));

/** @returns {any} */
function scenario(
    /** @type {string} */ slug,
    /** @type {string} */ goods,
    /** @type {number} */ level,
    /** @type {string[]} */ formats,
    timeline = on('hook', 'price', 'close'),
) {
    return { slug, goods, level, formats, timeline };
}

const ALL = [
    scenario('eggs-1', 'eggs', 1, ['pitch', 'product-loop']),
    scenario('fruit-1', 'fruit', 1, ['pitch', 'product-loop']),
    scenario('fruit-3', 'fruit', 3, ['product-loop']),
    scenario('fruit-5', 'fruit', 5, ['full-rehearsal'], on('welcome', 'close')),
    scenario('tea-2', 'tea', 2, ['product-loop']),
];
const PITCH = ['hook', 'benefit', 'price', 'close'];

/** @param {Partial<Parameters<typeof fitting>[1]>} plan */
function slugs(plan) {
    return fitting(ALL, { format: 'pitch', steps: PITCH, goods: undefined, intensity: 'gentle', ...plan }).map(({ slug }) => slug);
}

test('of the goods first, then as rough as was asked for', () => {
    assert.deepEqual(slugs({ format: 'product-loop', goods: 'fruit' }), ['fruit-1', 'fruit-3', 'eggs-1', 'tea-2']);
    assert.deepEqual(slugs({ format: 'product-loop', goods: 'fruit', intensity: 'lively' }), ['fruit-3', 'fruit-1', 'tea-2', 'eggs-1']);
});

test('one for another format is offered for the right goods only, and if enough of it can happen', () => {
    assert.deepEqual(slugs({ goods: 'tea' }), ['tea-2', 'eggs-1', 'fruit-1']);
    assert.deepEqual(slugs({ goods: 'fruit' }), ['fruit-1', 'fruit-3', 'eggs-1']);
});

test('without known goods any that were written for the format will do', () => assert.deepEqual(slugs({}), ['eggs-1', 'fruit-1']));

test('the last word of the product tells the goods', () => {
    const known = [
        { goods: 'rice', words: ['米', 'rice'] },
        { goods: 'preserved-food', words: ['米粉', '糖'] },
        { goods: 'eggs', words: ['蛋'] },
    ];
    assert.equal(goodsOf('富硒大米', known), 'rice');
    assert.equal(goodsOf('家里的米粉', known), 'preserved-food');
    assert.equal(goodsOf('Brown RICE', known), 'rice');
    assert.equal(goodsOf('冻米糖', known), 'preserved-food');
    assert.equal(goodsOf('糖心蛋', known), 'eggs');
    assert.equal(goodsOf('扫帚', known), undefined);
    assert.equal(goodsOf('', known), undefined);
});
