/** A lesson. Its first sight must fit into the first bytes a server may send, so it carries nothing of the lists. */

import { keepFilmOnceBegun } from './learning/film.js';
import { startLesson } from './learning/lesson.js';
import { prefetchPages } from './learning/prefetch.js';

startLesson();
prefetchPages();
keepFilmOnceBegun();
