/** A trainee says how it goes: kept on this phone until the server has it. */

import { outbox } from '#app/sync.js';
import { startSay } from './followup/say.js';
import { recordInRoom } from './videos/record-in-room.js';

startSay({ record: recordInRoom, outbox: outbox() });
