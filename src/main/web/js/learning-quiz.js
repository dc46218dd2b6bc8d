/** A lesson's quiz. */

import { showLearned } from './learning/learned.js';
import { prefetchPages } from './learning/prefetch.js';
import { startQuiz } from './learning/quiz-page.js';

startQuiz();
showLearned();
prefetchPages();
