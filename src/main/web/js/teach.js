/** The trainer's screen: the code that changes, and the list; both go on without a network. */

import { http } from '#app/browser.js';
import { outbox } from '#app/sync.js';
import { startList } from './attendance/list.js';
import { startScreen } from './attendance/screen.js';
import { recordInRoom } from './videos/record-in-room.js';

startList({ http, record: recordInRoom, outbox: outbox(), onServerTime: startScreen({ http }) });
