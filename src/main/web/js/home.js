/** The trainee's home. */

import { showRenewed } from './app/renewed.js';
import { greet } from './home/greeting.js';
import { showReached } from './home/moments.js';
import { showNextStep } from './home/next-step.js';
import { prefetchPages } from './learning/prefetch.js';
import { showDays } from './practice/plan/booked.js';
import { showBrowserSupport } from './site/browser-support.js';

greet();
showBrowserSupport();
showReached();
showRenewed();
prefetchPages();
showNextStep();
showDays();
