/**
 * What looks at a recording on the camera's page once there is one, fetched once the page is there: the mirror, the
 * self-review, the moment of the first one, and what a file of the gallery holds.
 */

export { examine } from './practice/gallery/video-file.js';
export { awaitFirstRehearsal } from './practice/page/first-rehearsal.js';
export { phoneReadings } from './practice/mirror/phone-readings.js';
export { showMirror } from './practice/mirror/mirror-view.js';
export { SelfReviewForm } from './practice/selfreview/self-review-form.js';
