/** A trainee says how it goes: kept on this phone until the server has it. */

import { outbox, record } from '#app/sync.js';
import { startSay } from './followup/say.js';

startSay({ record, outbox: outbox() });
