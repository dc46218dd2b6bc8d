/** A lesson's quiz. */

import { prefetchPages } from './learning/prefetch.js';
import { startQuiz } from './learning/quiz-page.js';

startQuiz();
prefetchPages();
