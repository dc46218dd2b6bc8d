/** The trainee's home. */

import { showNextStep } from './home/next-step.js';
import { prefetchPages } from './learning/prefetch.js';

prefetchPages();
showNextStep();
