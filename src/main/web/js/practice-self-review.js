/** The self-review on the camera's page: fetched when a recording has ended, so a bundle of its own. */

export { SelfReviewForm } from './practice/selfreview/self-review-form.js';
