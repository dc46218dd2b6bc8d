/** A trainee's page of attendance: one tap, kept on this phone until the server has it. */

import { outbox, record } from '#app/sync.js';
import { startTap } from './attendance/tap.js';

startTap({ record, outbox: outbox() });
