/** Rosters and printed cards. */

import { startPrint, startRosterImport } from './people/roster-import.js';

startRosterImport();
startPrint();
