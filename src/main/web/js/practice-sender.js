/**
 * On the trainee's other pages: uploads the recordings that wait on this phone. Loaded only when there are any.
 */

import { syncStatus } from '#app/sync.js';
import { startPractice } from './practice/ports.js';
import { showUploadStatus } from './practice/upload/upload-status.js';
import { sayRoomMade } from './videos/room-made.js';

const ports = startPractice();
sayRoomMade(ports.store);
showUploadStatus(ports, syncStatus);
