import { tellServiceWorker } from '../app.js';

/**
 * Has the service worker fetch ahead what this page leads on to, so that it opens without network. A few kilobytes
 * each.
 */
export function prefetchPages() {
    const pages = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-keep]'))]
        .flatMap(({ dataset }) => dataset.keep.split(' ').filter(Boolean));
    if (pages.length && !/** @type {any} */ (navigator).connection?.saveData) {
        tellServiceWorker({ kind: 'keep', pages });
    }
}
