import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ShowProgress } from '#js/practice/recording/show-progress.js';

const STEPS = [['welcome', 20], ['lead-tell', 60], ['lead-price', 30], ['second-tell', 40], ['close', 10]]
    .map(([ref, seconds]) => ({ ref: String(ref), title: String(ref), seconds: Number(seconds), say: '', tip: '' }));

/** @type {ShowProgress} */
let show;
/** @type {[string, number][]} */
let begun;
beforeEach(() => {
    show = new ShowProgress(STEPS);
    begun = [];
});
const follow = (/** @type {number} */ ms) => show.follow(ms, (ref, at) => begun.push([ref, at]));

test('it goes on by the times of the plan, whatever the steps between the calls', () => {
    for (let ms = 0; ms < 81_000; ms += 250) {
        follow(ms);
    }
    assert.deepEqual(begun, [['lead-tell', 20_000], ['lead-price', 80_000]]);
    assert.equal(show.leftMs(81_000), 29_000);
    assert.equal(show.lateMs(81_000), 0);
});

test('after a long standstill each step began at its own time', () => {
    follow(155_000);
    assert.deepEqual(begun, [['lead-tell', 20_000], ['lead-price', 80_000], ['second-tell', 110_000], ['close', 150_000]]);
});

test('after the last step nothing follows, and the time over it is late', () => {
    follow(165_000);
    assert.equal(show.step?.ref, 'close');
    assert.equal(show.next, undefined);
    assert.equal(show.leftMs(165_000), -5_000);
    assert.equal(show.lateMs(165_000), 5_000);
});

for (const [what, act, late] of /** @type {[string, () => void, number][]} */ ([
    ['a step that took longer', () => show.advance(35_000), 15_000],
    ['a step that was shorter', () => show.advance(5_000), -15_000],
    ['a step that is over its time', () => {}, 20_000],
    ['a product that was skipped', () => {
        show.advance(20_000);
        show.advanceToNextProduct(40_000);
    }, -70_000],
])) {
    test(`${what} tells by how much the plan is not kept`, () => {
        act();
        assert.equal(show.lateMs(40_000), late);
    });
}

test('a call in the middle costs no time: only what was recorded counts', () => {
    show.advance(20_000);
    const resumed = new ShowProgress(STEPS);
    resumed.resume('lead-tell', 20_000);
    assert.equal(resumed.leftMs(50_000), 30_000);
    assert.equal(resumed.number, 2);
});

test('it knows the product that is spoken of, and the next one', () => {
    assert.deepEqual([show.product, show.productsBegun, show.nextProduct?.ref], [0, 0, 'lead-tell']);
    show.advance(1);
    assert.deepEqual([show.product, show.productsBegun, show.nextProduct?.ref], [0, 1, 'second-tell']);
    show.advanceToNextProduct(2);
    assert.deepEqual([show.product, show.nextProduct], [1, undefined]);
    show.advanceToNextProduct(3);
    assert.equal(show.step?.ref, 'second-tell', 'nowhere to go to');
});

test('a show without steps stands still', () => {
    show = new ShowProgress([]);
    follow(60_000);
    show.advance(1);
    assert.deepEqual([show.step, show.next, begun], [undefined, undefined, []]);
});
