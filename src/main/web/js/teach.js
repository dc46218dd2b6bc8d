/** The trainer's screen: the code that changes, and the list; both go on without a network. */

import { http } from '#app/browser.js';
import { outbox, record } from '#app/sync.js';
import { startList } from './attendance/list.js';
import { startScreen } from './attendance/screen.js';

startList({ http, record, outbox: outbox(), onServerTime: startScreen({ http }) });
