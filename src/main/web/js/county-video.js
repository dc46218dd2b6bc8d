/**
 * The county's video of a lesson: nothing of it is loaded before a tap, and what really plays is recorded. Apart from the
 * lesson's own code, as only some lessons have one.
 */

import { record } from '#app/sync.js';
import { startCountyVideo } from './videos/county-video.js';

document.querySelectorAll('[data-video]').forEach((figure) => startCountyVideo(/** @type {HTMLElement} */ (figure), { record }));
