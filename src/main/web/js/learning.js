/** The lists of courses and paths. */

import { overlayDone } from './learning/done-overlay.js';
import { prefetchPages } from './learning/prefetch.js';

overlayDone();
prefetchPages();
