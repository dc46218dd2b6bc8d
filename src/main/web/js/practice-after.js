/** What looks back at a recording on the camera's page, fetched once the page is there: the mirror and the self-review. */

export { showMirror } from './practice/mirror/mirror-view.js';
export { SelfReviewForm } from './practice/selfreview/self-review-form.js';
