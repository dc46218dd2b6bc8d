/** Shows what this browser cannot do. */

import { showBrowserSupport } from './site/browser-support.js';

showBrowserSupport();
