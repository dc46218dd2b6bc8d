import assert from 'node:assert/strict';
import { test } from 'node:test';
import { greet } from '#js/home/greeting.js';
import { openPage, textOf } from '#support/page.js';

for (const [hour, words] of /** @type {[number, string][]} */ ([
    [4, 'Evening, 春梅'], [5, 'Morning, 春梅'], [11, 'Noon, 春梅'], [13, 'Afternoon, 春梅'], [18, 'Evening, 春梅'],
])) {
    test(`at ${hour} o’clock a stored page greets as the server would`, (context) => {
        openPage(context, '<span data-greeting data-morning="Morning, #" data-noon="Noon, #" data-afternoon="Afternoon, #"'
            + ' data-evening="Evening, #">Morning, 春梅</span><span data-name hidden>春梅    </span>');
        greet(hour);
        assert.equal(textOf('[data-greeting]'), words);
    });
}
