/**
 * What the camera's page does not begin with, fetched once the page is there. Most of it looks at a recording once there is
 * one: the mirror, what the viewers said, the self-review, the moment of the first one, and what a file of the gallery holds.
 * What needs the network anyway, or comes of what the server said, is here, too.
 */

export { makeItsOwn } from './practice/attempt/own-attempt.js';
export { invite } from './practice/live/invite.js';
export { showOccurrences } from './practice/audience/occurrence-list.js';
export { examine } from './practice/gallery/video-file.js';
export { awaitFirstRehearsal } from './practice/page/first-rehearsal.js';
export { takeBack } from './practice/page/take-back.js';
export { phoneReadings } from './practice/mirror/phone-readings.js';
export { showMirror } from './practice/mirror/mirror-view.js';
export { SelfReviewForm } from './practice/selfreview/self-review-form.js';
