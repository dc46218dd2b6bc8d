/** The list of courses, and a lesson. */

import { watchFilm } from './learning/film.js';
import { keepAhead } from './learning/keep.js';
import { startLesson } from './learning/lesson.js';

startLesson();
keepAhead();
watchFilm();
