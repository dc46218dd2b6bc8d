/** A store's desk: order files. */

import { http } from '#app/browser.js';
import { startOrderImport } from './store/order-import.js';

startOrderImport(http);
