/** The list of courses, and a lesson. */

import { keepAhead } from './learning/keep.js';
import { startLesson } from './learning/lesson.js';

startLesson();
keepAhead();
