import { postToWorker } from '#app/service-worker.js';

/** @typedef {Navigator & {connection?: {saveData?: boolean}}} NavigatorWithConnection */

/** Makes the service worker fetch the pages this page links to, so that they open without network. */
export function prefetchPages() {
    const pages = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-prefetch]'))]
        .flatMap(({ dataset }) => /** @type {string} */ (dataset.prefetch).split(' ').filter(Boolean));
    if (pages.length && !/** @type {NavigatorWithConnection} */ (navigator).connection?.saveData) {
        postToWorker({ pages });
    }
}
