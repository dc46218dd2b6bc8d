import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROOM_MADE } from '#js/app/room.js';
import { sayLater, sayRoomMade, tellIfRoomMade } from '#js/videos/room-made.js';
import { setGlobals } from '#support/globals.js';
import { openPage } from '#support/page.js';

const WORDS = '<template data-message="videos-dropped">Videos made room</template>';

/**
 * A page of a phone.
 *
 * @param {import('node:test').TestContext} context
 * @param {string} body
 * @param {Map<string, string>} settings
 * @param {string} [path]
 */
function open(context, body, settings, path = '/') {
    openPage(context, body, { path });
    const localStorage = { getItem: (/** @type {string} */ key) => settings.get(key) ?? null, setItem: settings.set.bind(settings) };
    setGlobals(context, { window: { localStorage } });
}

/** A store with one listener. */
function store() {
    /** @type {(message: import('#js/practice/attempt/attempt-store.js').Message) => void} */
    let tell = () => {};
    return { subscribe: (/** @type {typeof tell} */ listener) => {
        tell = listener;
        return () => {};
    }, makeRoom: () => tell({ kind: 'room-made' }) };
}

const toasts = () => [...document.querySelectorAll('.toast')].map(({ textContent }) => textContent);

test('that kept videos made room is said at once, where the page has words for it', (context) => {
    const there = store();
    open(context, WORDS, new Map());
    sayRoomMade(there);
    there.makeRoom();
    assert.deepEqual(toasts(), ['Videos made room']);
});

test('where it has none, the next page that has says it, once', (context) => {
    const settings = new Map();
    const there = store();
    open(context, '<p>A quiz</p>', settings);
    sayRoomMade(there);
    there.makeRoom();
    assert.deepEqual(toasts(), []);
    open(context, WORDS, settings);
    sayLater();
    sayLater();
    assert.deepEqual(toasts(), ['Videos made room']);
});

test('what made room for a lesson that the service worker stored is said from the quiz on that it opens', async (context) => {
    const settings = new Map();
    open(context, '<p>A quiz</p>', settings, '/learn/rice/first/quiz');
    tellIfRoomMade();
    assert.equal(settings.size, 0);
    open(context, '<p>A quiz</p>', settings, `/learn/rice/first/quiz${ROOM_MADE}`);
    await import('#js/learning-quiz.js');
    open(context, WORDS, settings);
    sayLater();
    assert.deepEqual(toasts(), ['Videos made room']);
});
