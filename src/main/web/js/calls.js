/** The list of calls: goes on without a network. */

import { outbox, record } from '#app/sync.js';
import { startSheet } from './calls/sheet.js';

startSheet({ record, outbox: outbox() });
