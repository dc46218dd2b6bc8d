/** The list of courses, and a lesson. */

import { layDone } from './learning/done.js';
import { watchFilm } from './learning/film.js';
import { keepAhead } from './learning/keep.js';
import { startLesson } from './learning/lesson.js';

startLesson();
layDone();
keepAhead();
watchFilm();
