/** The lists of courses and paths. */

import { doneLocally, forgetDone } from './learning/done-locally.js';
import { overlayDone } from './learning/done-overlay.js';
import { continueDownloads } from './learning/offline/browser.js';
import { prefetchPages } from './learning/prefetch.js';
import { reloadWhenSent } from './learning/reload-when-sent.js';

overlayDone({ doneLocally, forgetDone, reloadWhenSent, isOnline: () => navigator.onLine });
prefetchPages();
continueDownloads();
