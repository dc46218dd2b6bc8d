import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from '#support/page.js';

/** What a phone's film says of itself: it plays, and nothing here pauses it. */
class Film extends EventTarget {
    paused = false;
    until = 0;
    pause = () => (this.paused = true);

    get played() {
        return { length: 1, start: () => 0, end: () => this.until };
    }
}

test('when the screen goes dark, what played is recorded and the film goes on', async (context) => {
    openPage(context, '<form data-lesson="rice/first" data-version="2"></form>');
    const { recordWatched } = await import('#js/learning/watched.js');
    const film = new Film();
    /** @type {unknown[][]} */
    const recorded = [];
    recordWatched(/** @type {any} */ (film), async (...what) => void recorded.push(what));
    const seen = (/** @type {boolean} */ hidden) => {
        Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
    };
    film.until = 12.5;
    seen(true);
    seen(false);
    film.until = 30;
    film.dispatchEvent(new Event('pause'));
    const told = (/** @type {number} */ end) => ['lesson.watched', { lesson: 'rice/first', version: '2', played: [0, end] }];
    assert.deepEqual(recorded, [told(12), told(30)]);
    assert.equal(film.paused, false);
});
