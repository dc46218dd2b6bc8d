/** The lists of courses and paths. */

import { person } from '#app/browser.js';
import { read } from '#app/db.js';
import { dataOf, find } from './app/dom.js';
import { showRenewed } from './app/renewed.js';
import { doneLocally, forgetDone } from './learning/done-locally.js';
import { overlayDone } from './learning/done-overlay.js';
import { takenBy } from './learning/offline/taken.js';
import { prefetchPages } from './learning/prefetch.js';
import { reloadWhenSent } from './learning/reload-when-sent.js';

overlayDone({ doneLocally, forgetDone, reloadWhenSent, isOnline: () => navigator.onLine });
showRenewed();
prefetchPages();
read('kv', (kv) => kv.get(takenBy(person()))).then((taken) => taken && import(dataOf(find('[data-go-on]'), 'goOn'))).catch(console.warn);
