/** Choosing a way through the lessons. */

import { outbox } from '#app/sync.js';
import { startPaths } from './learning/chosen-path.js';
import { reloadWhenSent } from './learning/reload-when-sent.js';
import { recordInRoom } from './videos/record-in-room.js';

startPaths({ record: recordInRoom, waiting: () => outbox().waiting(), reloadWhenSent });
