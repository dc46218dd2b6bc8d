/** A store's desk: order files. */

import { startOrderImport } from './store/order-import.js';

startOrderImport();
