/** The page of those who watch a rehearsal live. */

import { clock } from './app/clock.js';
import { find } from './app/dom.js';
import { openPlayer } from './practice/live/player.js';
import { WatchPage } from './practice/live/watch-page.js';

const root = find('[data-live]');
const address = location.pathname.replace(/\/$/, '');
const page = new WatchPage(root, {
    events: new EventSource(`${address}/events`),
    openPlayer: (video) => openPlayer(video, `${address}/playlist.m3u8`, root.dataset.library ?? '', clock),
});
page.start();
