/** Choosing a way through the lessons. */

import { outbox, record } from '#app/sync.js';
import { startPaths } from './learning/chosen-path.js';
import { reloadWhenSent } from './learning/reload-when-sent.js';

startPaths({ record, waiting: () => outbox().waiting(), reloadWhenSent });
