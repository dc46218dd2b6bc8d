/** `/learn/offline`: courses taken along for where there is no network. */

import { person } from '#app/browser.js';
import { find } from './app/dom.js';
import { downloadsHere, storesPages } from './learning/offline/browser.js';
import { startDownloadsPage } from './learning/offline/downloads-page.js';
import { freeBytes, keptHere } from './videos/kept-here.js';
import { startKeptList } from './videos/kept-list.js';
import { sayLater } from './videos/room-made.js';

/** A cookie of this page alone: a browser that deletes what a site has stored keeps its cookies. */
const REMINDER = 'courses-taken-along';
const A_YEAR_S = 365 * 24 * 3600;

const root = find('[data-downloads]');

async function start() {
    if (!person() || !(await storesPages())) {
        find('[data-cannot]').hidden = false;
        return;
    }
    root.hidden = false;
    startDownloadsPage(root, {
        downloadsHere,
        freeBytes,
        reminder: {
            had: () => document.cookie.includes(`${REMINDER}=`),
            set: () => {
                document.cookie = `${REMINDER}=1; path=${location.pathname}; max-age=${A_YEAR_S}; samesite=strict`;
            },
        },
    }).catch((fault) => console.error(fault));
    sayLater();
    const kept = keptHere();
    if (kept) {
        startKeptList(find('[data-kept-videos]'), { kept, isOnline: () => navigator.onLine }).catch((fault) => console.error(fault));
    }
}

start();
