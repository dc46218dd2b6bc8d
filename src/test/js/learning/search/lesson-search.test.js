import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createSearch } from '#js/learning/search/lesson-search.js';

/** What `LessonSearchTest.java` reads too: the server finds the same. */
const { indexes, cases } = JSON.parse(readFileSync(new URL('../../../resources/lesson-search.json', import.meta.url), 'utf8'));

/** @param {import('#js/learning/search/lesson-search.js').Marked} parts */
const written = (parts) => parts.map(({ text, hit }) => (hit ? `【${text}】` : text)).join('');

for (const { language, typed, loose, found } of cases) {
    test(`${language}: "${typed}" finds ${found.length}`, () => {
        const results = createSearch(indexes[language])(typed);
        assert.deepEqual(results.found.map(({ word, at, title, place, says }) =>
            [word ? 'word' : 'lesson', at, written(title), written(place), written(says)]), found);
        assert.equal(results.loose, loose);
        assert.equal(results.count, found.length);
    });
}

test('what is typed on and on counts by its beginning', () => {
    const search = createSearch(indexes.zh);
    assert.deepEqual(search(`直播${' '.repeat(58)}没有这个词`), search('直播'));
});
