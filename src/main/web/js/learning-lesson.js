/** A lesson. Its first view must fit into the first bytes a server may send, so this bundle has nothing of the lists. */

import { storeFilmOnceStarted } from './learning/film.js';
import { startLesson } from './learning/lesson.js';
import { prefetchPages } from './learning/prefetch.js';

startLesson();
prefetchPages();
storeFilmOnceStarted();
