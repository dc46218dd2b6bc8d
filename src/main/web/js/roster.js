/** Rosters and printed cards. */

import { startCardRun } from './people/card-run.js';
import { startPrint, startRosterImport } from './people/roster-import.js';

startRosterImport();
startPrint();
startCardRun();
