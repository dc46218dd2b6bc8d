import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HostActs } from '#js/practice/recording/host-acts.js';

test('the card of the product is shown until it is tapped again; only showing it is marked', () => {
    const acts = new HostActs(7);
    assert.equal(acts.tap('product-card', 1_000), 'product-card:1');
    assert.equal(acts.card, true);
    assert.equal(acts.tap('product-card', 1_300), undefined, 'a double tap is one');
    assert.equal(acts.card, true);
    assert.equal(acts.tap('product-card', 5_000), undefined);
    assert.equal(acts.card, false);
});

test('sold out is one product, shows on its card, and can be taken back', () => {
    const acts = new HostActs(7);
    acts.product = 1;
    assert.equal(acts.tap('stock-out', 1_000), 'stock-out:2');
    assert.deepEqual([acts.isSoldOut, acts.card], [true, true]);
    acts.product = 0;
    assert.equal(acts.isSoldOut, false);
    acts.product = 1;
    assert.equal(acts.tap('stock-out', 3_000), undefined);
    assert.equal(acts.isSoldOut, false);
});

test('coupons and orders leave the screen by themselves, by recorded time', () => {
    const acts = new HostActs(7);
    assert.equal(acts.tap('coupon-drop', 1_000), 'coupon-drop');
    assert.deepEqual([acts.showsCoupon(20_999), acts.showsCoupon(21_000)], [true, false]);
    assert.match(acts.tap('order-wave', 1_000) ?? '', /^order-wave:[3-8]$/);
    assert.deepEqual([acts.showsOrders(8_999), acts.showsOrders(9_000)], [true, false]);
});

test('the same waves come on every phone, and after a reload they go on', () => {
    const whole = new HostActs(7);
    const refs = [1_000, 3_000, 5_000].map((ms) => whole.tap('order-wave', ms) ?? '');
    const resumed = new HostActs(7, refs.slice(0, 2));
    assert.equal(resumed.tap('order-wave', 5_000), refs[2]);
    assert.deepEqual(resumed.orders, whole.orders);
    assert.equal(new HostActs(7, ['stock-out:1']).isSoldOut, true);
});

test('a comment is pinned by what it was; where nobody has spoken there is none', () => {
    const acts = new HostActs(7);
    assert.equal(acts.tap('pinned-comment', 1_000, 'sweet'), 'pinned-comment:sweet');
    assert.equal(acts.tap('pinned-comment', 2_000), undefined);
});
