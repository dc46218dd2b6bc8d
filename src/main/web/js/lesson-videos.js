/** A lesson's videos, where the county's people add and show them, with captions and questions. */

import { http } from '#app/browser.js';
import { clock } from './app/clock.js';
import { startCaptions } from './videos/caption-form.js';
import { watchMaking } from './videos/making.js';
import { startQuestionForm } from './videos/question-form.js';
import { startUpload } from './videos/upload-form.js';

const busy = startUpload();
startCaptions();
startQuestionForm();
watchMaking({ api: http, clock, busy, reload: () => location.reload() });
