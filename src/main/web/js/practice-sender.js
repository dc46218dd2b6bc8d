/** On the trainee's other pages: brings up the recordings that wait on this phone. Fetched only when there are any. */

import { startPractice } from './practice/ports.js';
import { showUploadStatus } from './practice/upload/upload-status.js';

const { person, store, uploader } = startPractice();
showUploadStatus(person, store, uploader);
