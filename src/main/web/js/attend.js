/** A trainee's page of attendance: one tap, kept on this phone until the server has it. */

import { outbox } from '#app/sync.js';
import { startTap } from './attendance/tap.js';
import { recordInRoom } from './videos/record-in-room.js';

startTap({ record: recordInRoom, outbox: outbox() });
