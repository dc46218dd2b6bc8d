/** Fetched at the first press of `<button data-speak="main">`. */

export { toggle } from './site/reading-aloud.js';
