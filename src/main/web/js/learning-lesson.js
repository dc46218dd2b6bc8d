/** A lesson. Its first view must fit into the first bytes a server may send, so this bundle has nothing of the lists. */

import { startLesson } from './learning/lesson.js';
import { prefetchPages } from './learning/prefetch.js';

startLesson();
prefetchPages();
for (const { dataset } of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-player]'))) {
    import(/** @type {string} */ (dataset.player));
}
