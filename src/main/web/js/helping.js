/**
 * Where help begins and ends: what is lost by stopping is said first, and what a helper's phone had stored of whom it helps no
 * more goes.
 */

import { person } from '#app/browser.js';
import { showForgotten } from './family/forget.js';
import { nameNobodyFirst } from './family/name-helper.js';
import { askBeforeStopping } from './family/stop.js';

nameNobodyFirst(person);
askBeforeStopping();
showForgotten();
