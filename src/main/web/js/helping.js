/** A helper's phone: what is lost by stopping is said first, and what it had stored of whom it helps no more goes. */

import { showForgotten } from './family/forget.js';
import { askBeforeStopping } from './family/stop.js';

askBeforeStopping();
showForgotten();
