/** The pages of practice before and after the camera. */

import { attemptPage } from './practice/page/attempt-page.js';
import { listPage } from './practice/page/list-page.js';
import { onSitePage } from './practice/page/on-site-page.js';
import { planPage } from './practice/page/plan-page.js';
import { startPage } from './practice/page/start-page.js';

startPage({
    list: listPage,
    plan: (root, ports) => planPage(/** @type {HTMLFormElement} */ (root), ports),
    attempt: attemptPage,
    'on-site': (root, ports) => onSitePage(/** @type {HTMLFormElement} */ (root), ports),
});
