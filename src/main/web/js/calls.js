/** The list of calls: goes on without a network. */

import { outbox } from '#app/sync.js';
import { startSheet } from './calls/sheet.js';
import { recordInRoom } from './videos/record-in-room.js';

startSheet({ record: recordInRoom, outbox: outbox() });
