import assert from 'node:assert/strict';
import { test } from 'node:test';
import { windowAt } from '#js/mentoring/strip.js';

const STRIP = { everyMs: 2000, columns: 10, pictures: 13, width: 160, height: 90 };

for (const [ms, box] of /** @type {[number, string][]} */ ([
    [-3, '0 0 160 90'], [0, '0 0 160 90'], [1999, '0 0 160 90'], [2000, '160 0 160 90'], [20_000, '0 90 160 90'], [99_000, '320 90 160 90'],
])) {
    test(`at ${ms} ms the picture ${box} is shown`, () => assert.equal(windowAt(STRIP, ms), box));
}
