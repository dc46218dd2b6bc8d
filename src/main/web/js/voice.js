/** Fetched by the pages of a lesson or quiz that a trainer of the county has spoken. */

import { person } from '#app/browser.js';
import { remember, remembered } from '#app/settings.js';
import { findAll } from './app/dom.js';
import { startLessonVoice } from './learning/voice/lesson-voice.js';
import { startQuizVoice } from './learning/voice/quiz-voice.js';

findAll('[data-spoken]').forEach((root) => startLessonVoice(root, { person: person(), remember, remembered }));
findAll('[data-heard-quiz]').forEach((root) => startQuizVoice(root, { remembered }));
