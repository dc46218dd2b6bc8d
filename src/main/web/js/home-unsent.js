/** `/unsent`: what is on this phone only. */

import { startUnsent } from './home/unsent.js';

startUnsent();
