/** Goes on with courses that were taken along in part. Loaded only where there are any. */

import { continueDownloads } from './learning/offline/browser.js';

continueDownloads();
