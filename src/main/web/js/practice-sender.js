/** On the trainee's other pages: brings up the recordings that wait on this phone. Fetched only when there are any. */

import { Uploader } from './practice/uploader.js';
import { tellWaiting } from './practice/waiting.js';

const uploader = new Uploader(document.documentElement.dataset.person);
tellWaiting(document.documentElement.dataset.person, uploader);
uploader.start();
