/** Looking for a word in the lessons. */

import { startSearchPage } from './learning/search/search-page.js';

startSearchPage();
