/** The page of those who watch a rehearsal live. */

import { clock } from './app/clock.js';
import { find } from './app/dom.js';
import { openPlayer } from './practice/live/player.js';
import { WatchPage } from './practice/live/watch-page.js';

const root = find('[data-live]');
const address = location.pathname.replace(/\/$/, '');

/** @param {string} path @param {object} body */
async function post(path, body) {
    const answer = await fetch(address + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify(body),
    });
    return { ok: answer.ok, words: answer.ok ? '' : (await answer.json()).detail };
}

new WatchPage(root, {
    events: new EventSource(`${address}/events`),
    http: { post },
    openPlayer: (video) => openPlayer(video, `${address}/as/${root.dataset.pass}/playlist.m3u8`, root.dataset.library ?? '', clock),
}).start();
