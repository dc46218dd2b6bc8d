import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Prompter } from '#js/practice/recording/prompter.js';
import { setGlobals } from '#support/globals.js';
import { at, openPage, textOf } from '#support/page.js';

const SAYS = {
    step: '[n]. [title]', 'time-left': '[time] left', 'time-over': 'over', 'time-over-last': 'over, the last', 'on-time': 'on time',
    behind: '[time] late', ahead: '[time] early', 'next-step': 'next: [step]', 'done-recording': 'done', 'next-product': 'to [product]',
    'next-item': 'to the next', 'goes-on': 'goes on', 'waits-for-tap': 'waits',
};
const PAGE = `<section data-stage>
<div data-prompter><span data-step></span><span data-left></span><span data-plan></span><div data-lines></div></div>
<button data-do="pace"><span data-pace></span></button><button data-do="next"><span data-next></span></button>
<button data-do="next-product"><span data-next></span></button></section>
${Object.entries(SAYS).map(([name, words]) => `<template data-message="${name}">${words}</template>`).join('')}`;

const LINES = /** @type {[string, number][]} */ ([['welcome', 20], ['lead-tell', 60], ['second-tell', 40], ['close', 10]])
    .map(([ref, seconds]) => ({ ref, title: ref, seconds, say: `say ${ref}`, tip: '' }));

/**
 * A teleprompter over the camera.
 *
 * @param {import('node:test').TestContext} context
 * @param {Map<string, string>} [settings] of this phone
 */
function opened(context, settings = new Map()) {
    openPage(context, PAGE);
    const localStorage = { getItem: (/** @type {string} */ key) => settings.get(key) ?? null, setItem: settings.set.bind(settings) };
    setGlobals(context, { window: { localStorage } });
    /** @type {[string, number][]} */
    const begun = [];
    const prompter = new Prompter(/** @type {any} */ (LINES), ['rice', 'tea'], at('[data-stage]'), (ref, ms) => begun.push([ref, ms]));
    prompter.resume(/** @type {any} */ ({ marks: [], takes: [] }), 0);
    return { prompter, begun };
}

const shown = () => ['[data-step]', '[data-left]', '[data-plan]', '[data-do="next"]', '[data-do="next-product"]'].map(textOf);

test('it goes on by itself by the times of the plan, and says what is left and what comes next', (context) => {
    const { prompter, begun } = opened(context);
    prompter.tick(5_000);
    assert.deepEqual(shown(), ['1. welcome', '00:15 left', 'on time', 'next: lead-tell', 'to rice']);
    assert.equal(textOf('[data-lines]'), 'say welcome');
    prompter.tick(21_000);
    assert.deepEqual(begun, [['welcome', 0], ['lead-tell', 20_000]]);
    assert.deepEqual(shown(), ['2. lead-tell', '00:59 left', 'on time', 'next: second-tell', 'to tea']);
    prompter.tick(200_000);
    assert.deepEqual(shown(), ['4. close', 'over, the last', '01:10 late', 'done', null]);
});

test('or it waits for a tap, says how late it is, and the phone remembers that', (context) => {
    const settings = new Map();
    const first = opened(context, settings);
    assert.equal(first.prompter.waitsForTap, false);
    first.prompter.switchPace();
    const { prompter, begun } = opened(context, settings);
    assert.deepEqual([prompter.waitsForTap, textOf('[data-pace]')], [true, 'waits']);
    prompter.tick(35_000);
    assert.deepEqual(shown().slice(0, 3), ['1. welcome', 'over', '00:15 late']);
    prompter.advance(36_000);
    prompter.tick(37_000);
    assert.deepEqual([begun, textOf('[data-step]')], [[['welcome', 0], ['lead-tell', 36_000]], '2. lead-tell']);
});

test('a tap on the next product skips what is left of this one', (context) => {
    const { prompter, begun } = opened(context);
    prompter.advanceToNextProduct(3_000);
    prompter.advanceToNextProduct(9_000);
    assert.deepEqual([begun.slice(1), prompter.product, prompter.hasNextProduct],
        [[['lead-tell', 3_000], ['second-tell', 9_000]], 1, false]);
    prompter.tick(9_500);
    assert.equal(textOf('[data-plan]'), '01:11 early');
});
