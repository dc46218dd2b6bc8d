/** The trainee's home. */

import { showNextStep } from './home/next-step.js';
import { prefetchPages } from './learning/prefetch.js';
import { showDays } from './practice/plan/booked.js';

prefetchPages();
showNextStep();
showDays();
