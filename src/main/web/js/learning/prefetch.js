import { findAll } from '../app/dom.js';

/**
 * Has the service worker fetch ahead what this page leads on to, so that it opens without network. A few kilobytes
 * each.
 */
export async function prefetchPages() {
    const pages = findAll('[data-keep]').flatMap(({ dataset }) => dataset.keep.split(' ').filter(Boolean));
    if (pages.length && navigator.serviceWorker && !/** @type {any} */ (navigator).connection?.saveData) {
        const { active } = await navigator.serviceWorker.ready;
        active?.postMessage({ kind: 'keep', pages });
    }
}
