/** A lesson's quiz. */

import { showLearned } from './learning/learned.js';
import { prefetchPages } from './learning/prefetch.js';
import { startQuiz } from './learning/quiz-page.js';
import { tellIfRoomMade } from './videos/room-made.js';

startQuiz();
showLearned();
tellIfRoomMade();
prefetchPages();
for (const { dataset } of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-player]'))) {
    import(/** @type {string} */ (dataset.player));
}
