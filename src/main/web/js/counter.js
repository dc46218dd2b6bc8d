/** Fetched by pages with fields of limited length. */

import { startCounters } from './site/letter-counter.js';

startCounters();
