/** Helping is over: what this phone had stored of the trainee goes. */

import { showForgotten } from './family/forget.js';

showForgotten();
